package io.firth.channel.chat.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many messages are taken in a minute. */
@ConfigMapping(prefix = "firth.chat.rate")
interface RateConfig {

    /** From one visitor. */
    @WithDefault("30")
    int visitor();

    /** From one address; as often may it say who comes. */
    @WithDefault("120")
    int address();

    /** For one account. */
    @WithDefault("3000")
    int account();
}
