package io.firth.exchange.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** History from other systems. */
@ConfigMapping(prefix = "firth.import")
interface ImportConfig {

    /** How many lines a file may have. */
    @WithDefault("1000000")
    int maxLines();

    /** The longest line; a longer one is refused, the others are taken. */
    @WithDefault("16M")
    MemorySize maxLine();

    /** The largest file. */
    @WithDefault("16G")
    MemorySize maxSize();

    /** How long a job and its refused lines are kept after it ended. */
    @WithDefault("30D")
    Duration keep();

    /** How often a node looks for a job to run. */
    @WithDefault("1s")
    Duration look();

    /** How long a job waits for whoever runs it, before another one takes it over. */
    @WithDefault("30s")
    Duration lease();
}
