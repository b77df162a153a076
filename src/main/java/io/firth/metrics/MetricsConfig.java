package io.firth.metrics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Figures. */
@ConfigMapping(prefix = "firth.metrics")
public interface MetricsConfig {

    /** Within what time every turn is expected to be answered. A change makes all figures anew. */
    @WithDefault("12h")
    Duration expected();
}
