package io.firth.channel.chat.departed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How visitors who have left are written to. */
@ConfigMapping(prefix = "firth.chat.departed")
interface DepartedConfig {

    /** How often it is looked whether somebody has left something unseen. */
    @WithDefault("5s")
    Duration look();

    /** After how long a mail that is neither sent nor refused counts as one whose node has died. */
    @WithDefault("5m")
    Duration claim();
}
