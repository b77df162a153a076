package io.firth.channel.chat.visitor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long visitors are known again. */
@ConfigMapping(prefix = "firth.chat.token")
interface TokenConfig {

    /** How old a token becomes before another takes its place. */
    @WithDefault("30d")
    Duration rotation();

    /** How long a token still opens its conversation after the one in its place was first used. */
    @WithDefault("1d")
    Duration grace();

    /** How long a visitor may stay away before the token opens nothing any more. */
    @WithDefault("180d")
    Duration idle();
}
