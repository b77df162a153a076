package io.firth.http.egress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where requests to addresses that people typed may go, and how long they may take. */
@ConfigMapping(prefix = "firth.egress")
interface EgressConfig {

    /** Networks ({@code 10.0.0.0/8}) that are reached although they are not public, by plain HTTP too. */
    Optional<List<String>> allow();

    /** How long to wait for a connection. */
    @WithDefault("5S")
    Duration connect();

    /** How long the whole may take, from looking up the name to the last byte of the answer. */
    @WithDefault("20S")
    Duration answer();
}
