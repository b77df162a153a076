package io.firth.channel.webhook;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What other systems may send. */
@ConfigMapping(prefix = "firth.webhook")
interface WebhookConfig {

    /** The longest body of a request, with the files in it. */
    @WithDefault("10M")
    MemorySize maxBody();

    /** Requests a minute from one client, and genuine ones for one account. */
    @WithDefault("6000")
    int rate();

    /** How far the time of a request may be from ours. */
    @WithDefault("5M")
    Duration window();
}
