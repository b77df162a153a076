package io.firth.survey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What no administrator has to decide. */
@ConfigMapping(prefix = "firth.survey")
public interface SurveyConfig {

    /** The language of whose is not known, where the account names none. */
    @WithDefault("en")
    String language();

    /** How often it is looked whom to ask and whom to remind. */
    @WithDefault("1s")
    Duration look();

    /** How long whoever asks somebody, or writes an answer down, is waited for before another takes over. */
    @WithDefault("30s")
    Duration claim();

    /** A moment that is longer ago, as after a long standstill, is followed by no question any more. */
    @WithDefault("2d")
    Duration fresh();

    /** How many requests a minute for pages of rating are taken from one address. */
    @WithDefault("60")
    int rate();
}
