package io.firth.inbox.upload;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Files that agents attach. */
@ConfigMapping(prefix = "firth.uploads")
interface UploadConfig {

    /** The largest file that an agent may attach; the channel may carry less. */
    @WithDefault("25M")
    MemorySize maxSize();

    /** How long a file is kept that no message and no draft names. */
    @WithDefault("24H")
    Duration keep();
}
