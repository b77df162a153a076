package io.firth.channel.email.receive;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The built-in receiver. */
@ConfigMapping(prefix = "firth.smtp")
interface SmtpConfig {

    /** Whether it listens at all. */
    @WithDefault("true")
    boolean enabled();

    /** The address it listens on; the loopback by default, behind the mail server that faces the world. */
    @WithDefault("127.0.0.1")
    String host();

    /** Its port; 0 takes a free one. */
    @WithDefault("2525")
    int port();

    /** The largest mail it takes. */
    @WithDefault("35M")
    MemorySize maxSize();

    /** How many recipients one mail may have. */
    @WithDefault("100")
    int maxRecipients();

    /** How many clients may be connected at once. */
    @WithDefault("200")
    int maxConnections();

    /** How many mails one client address may send in a minute. */
    @WithDefault("6000")
    int rate();

    /** How long a client may stay silent. */
    @WithDefault("2M")
    Duration idle();

    /** How long a mail may wait to be written before its sender is asked to come again. */
    @WithDefault("60S")
    Duration patience();
}
