package io.firth.home;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

@ConfigMapping(prefix = "firth")
interface HomeConfig {

    /** The folder that holds everything a deployment must not lose. */
    @WithDefault("data")
    Path home();

    /** Where people reach this deployment; absent: this machine at the HTTP port. */
    Optional<URI> url();

    /** The zone that dates are meant in where nobody says otherwise. */
    @WithDefault("UTC")
    ZoneId zone();

    /** What every key is derived from; absent: a random key in the home. */
    Optional<String> secret();

    /** Whether to stop as soon as it serves, so that the classes of a start can be kept in an archive. */
    @WithDefault("false")
    boolean rehearsal();

    Http http();

    Tls tls();

    interface Tls {
        /** Where it is given, this machine is reached by TLS. */
        Optional<Path> cert();
    }

    Smtp smtp();

    interface Smtp {
        /** The port of the mail receiver, as the start line shows it. */
        @WithDefault("2525")
        int port();
    }

    interface Http {
        /** The port of the pages, the API and the sockets. */
        @WithDefault("8080")
        int port();
    }
}
