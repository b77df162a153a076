package io.firth.staff.people;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who becomes the first administrator; read only while there is no agent. */
@ConfigMapping(prefix = "firth.admin")
interface AdminConfig {

    /** Its e-mail address. */
    Optional<String> email();

    /** Its password. */
    Optional<String> password();
}
