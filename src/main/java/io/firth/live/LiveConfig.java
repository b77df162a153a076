package io.firth.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the stream to the browsers behaves. */
@ConfigMapping(prefix = "firth.live")
interface LiveConfig {

    /** How often the server asks whether a page is still there. */
    @WithDefault("20s")
    Duration heartbeat();

    /** How long a page may say nothing at all before its socket is closed. */
    @WithDefault("60s")
    Duration silence();

    /** How long changes of lists and of presence are gathered after the first. */
    @WithDefault("100ms")
    Duration flush();

    /** How often counts may change on a screen. */
    @WithDefault("1s")
    Duration counts();

    /** How often it is looked whether somebody has fallen silent at a conversation. */
    @WithDefault("1s")
    Duration leases();

    /** How many streams one page may follow. */
    @WithDefault("60")
    int streams();

    /** How many frames one page may send in a second. */
    @WithDefault("100")
    int rate();

    /** How many missed changes are told one by one; after more the page fetches its lists again. */
    @WithDefault("1000")
    int resume();

    /** How many changed rows are remembered for a page that is not ready; after more it fetches its lists again. */
    @WithDefault("2000")
    int keys();

    /** The pause between two looks at a live board. */
    @WithDefault("250ms")
    Duration board();
}
