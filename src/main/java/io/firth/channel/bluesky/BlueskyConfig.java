package io.firth.channel.bluesky;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the network is asked. */
@ConfigMapping(prefix = "firth.bluesky")
interface BlueskyConfig {

    /** For notifications, while people are writing. */
    @WithDefault("2s")
    Duration look();

    /** For notifications, when nobody has written for a while. */
    @WithDefault("8s")
    Duration quiet();

    /** For what somebody posts in another app of the same account. */
    @WithDefault("15s")
    Duration own();

    /** Whether the posts of unfinished conversations are still there. */
    @WithDefault("5m")
    Duration recheck();
}
