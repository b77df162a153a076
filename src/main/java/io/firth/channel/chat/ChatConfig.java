package io.firth.channel.chat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the visitors' socket behaves. */
@ConfigMapping(prefix = "firth.chat")
interface ChatConfig {

    /** How often the server asks whether a panel is still there. */
    @WithDefault("20s")
    Duration heartbeat();

    /** How long a panel may say nothing at all before its socket is closed. */
    @WithDefault("60s")
    Duration silence();

    /** How soon a panel must say who comes. */
    @WithDefault("10s")
    Duration hello();

    /** How many frames one panel may send in a second. */
    @WithDefault("20")
    int frames();

    /** How many sockets one address may hold open. */
    @WithDefault("100")
    int sockets();

    /** How often places in the queue and office hours are looked at. */
    @WithDefault("5s")
    Duration look();
}
