package io.firth.metrics.definition;

import io.firth.metrics.fact.Flag;
import io.firth.metrics.fact.Kind;

/**
 * Which facts a figure is made of: those of a kind that have all of some flags and none of others.
 *
 * @param all bits of {@link Flag}
 * @param none bits of {@link Flag}
 */
public record Rows(Kind kind, int all, int none) {

    /** Those that were not called off. */
    static final Rows CYCLES = of(Kind.CYCLE).without(Flag.MERGED, Flag.CANCELLED);

    static final Rows RESOLVED = of(Kind.RESOLVED);

    static Rows of(Kind kind) {
        return new Rows(kind, 0, 0);
    }

    Rows with(Flag... flags) {
        return new Rows(kind, all | Flag.bits(flags), none);
    }

    Rows without(Flag... flags) {
        return new Rows(kind, all, none | Flag.bits(flags));
    }
}
