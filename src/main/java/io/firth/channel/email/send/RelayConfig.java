package io.firth.channel.email.send;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The mail server that takes our mail; without one, mail is captured and not sent. */
@ConfigMapping(prefix = "firth.relay")
public interface RelayConfig {

    /** {@code smtp://user:password@host:587?starttls=required}, or {@code smtps://…}; starttls: required, opportunistic, off. */
    Optional<URI> url();

    /** Whether the envelope sender names the message, so that a bounce finds it: needs a relay that lets a + address pass. */
    @WithDefault("true")
    boolean signedSender();

    /** How long to wait for its connection. */
    @WithDefault("20S")
    Duration connect();

    /** How long to wait for each of its answers. */
    @WithDefault("2M")
    Duration answer();
}
