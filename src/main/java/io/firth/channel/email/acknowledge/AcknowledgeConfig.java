package io.firth.channel.email.acknowledge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The last stop against two machines that answer each other. What is acknowledged at all is each account's setting. */
@ConfigMapping(prefix = "firth.acknowledge")
interface AcknowledgeConfig {

    /** How many conversations of one address are acknowledged in 24 hours. */
    @WithDefault("5")
    int perSender();

    /** How many mails of one account are acknowledged in an hour. */
    @WithDefault("200")
    int perAccount();
}
