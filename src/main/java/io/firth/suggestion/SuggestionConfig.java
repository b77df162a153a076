package io.firth.suggestion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far suggestions look back, and how often they learn. */
@ConfigMapping(prefix = "firth.suggestion")
public interface SuggestionConfig {

    /** Answers older than this are forgotten. */
    @WithDefault("90")
    int days();

    /** How many answers of an account are remembered, the newest ones. */
    @WithDefault("2000")
    int most();

    /** How often it is looked for answers that no model has read yet. */
    @WithDefault("2s")
    Duration look();

    /** How often it is looked for answers that are too old or too many. */
    @WithDefault("1h")
    Duration forget();

    /** For how long what is in memory is not compared with what has come meanwhile. */
    @WithDefault("30s")
    Duration learn();
}
