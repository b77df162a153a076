package io.firth.journal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the journal is written and followed. */
@ConfigMapping(prefix = "firth.journal")
interface JournalConfig {

    /** How many pieces of work may wait in each of the queues. */
    @WithDefault("1024")
    int queue();

    /** How many pieces of work one transaction takes at most. */
    @WithDefault("256")
    int batch();

    /** How long a batch is tried again while the database cannot be reached, before its senders are told so. */
    @WithDefault("20s")
    Duration patience();

    /** How often a tail looks by itself, should a doorbell be lost. */
    @WithDefault("250ms")
    Duration look();
}
