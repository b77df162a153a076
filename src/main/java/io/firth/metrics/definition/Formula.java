package io.firth.metrics.definition;

import io.firth.metrics.fact.Flag;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done with the facts a figure is made of. */
public sealed interface Formula {

    /** What it reads, in the order of the formula; not empty. */
    List<Rows> rows();

    /** All by which it tells facts apart: what it reads, and which of that counts for what. */
    default List<Rows> apart() {
        return rows();
    }

    /** Whether it asks what stood at an instant. */
    default boolean isStanding() {
        return false;
    }

    /** How long it took: mean, percentiles and extremes of all facts of one kind. */
    record Durations(Rows all) implements Formula {

        public Durations {
            if (all.all() != 0 || all.none() != 0) {
                throw new IllegalArgumentException("Percentiles are kept of all facts of a kind only");
            }
        }

        @Override
        public List<Rows> rows() {
            return List.of(all);
        }
    }

    /** How many. */
    record Count(Rows all) implements Formula {

        @Override
        public List<Rows> rows() {
            return List.of(all);
        }
    }

    /** The mean of the facts' amounts. */
    record Mean(Rows all) implements Formula {

        @Override
        public List<Rows> rows() {
            return List.of(all);
        }
    }

    /** How many different contacts. */
    record Contacts(Rows all) implements Formula {

        @Override
        public List<Rows> rows() {
            return List.of(all);
        }
    }

    /**
     * Those that hit ÷ all.
     *
     * @param hits among {@code all}
     * @param patience how young an open fact is left out; null where none is
     * @param window how long after it happened a fact may still become or cease to be a hit; null where it may not
     */
    record Share(
            Rows all,
            Rows hits,
            @Nullable Duration patience,
            @Nullable Duration window) implements Formula {

        @Override
        public List<Rows> rows() {
            return List.of(all);
        }

        /** How old an open one is only the instant of the question can tell. */
        @Override
        public List<Rows> apart() {
            return List.of(all, hits, patience == null ? all : all.with(Flag.OPEN));
        }
    }

    /** (Those for − those against) ÷ all, as −1 … 1. */
    record Balance(Rows all, Rows positive, Rows negative) implements Formula {

        @Override
        public List<Rows> rows() {
            return List.of(all);
        }

        @Override
        public List<Rows> apart() {
            return List.of(all, positive, negative);
        }
    }

    /** How many of one thing ÷ how many of another, in the same period. */
    record Quotient(Rows over, Rows under) implements Formula {

        @Override
        public List<Rows> rows() {
            return List.of(over, under);
        }
    }

    /** A group's part of all. */
    record Portion(Rows all) implements Formula {

        @Override
        public List<Rows> rows() {
            return List.of(all);
        }
    }

    /**
     * Of the different contacts of the period before, those of the period too ÷ all of them.
     *
     * @param lost whether those count that did not come back
     */
    record Returning(Rows all, boolean lost) implements Formula {

        @Override
        public List<Rows> rows() {
            return List.of(all);
        }
    }

    /** How many were open at the end of the period. @param age least age of those that count; null where all do */
    record Standing(Rows all, @Nullable Duration age) implements Formula {

        @Override
        public List<Rows> rows() {
            return List.of(all);
        }

        @Override
        public boolean isStanding() {
            return true;
        }
    }

    /** How long the longest had been open at the end of the period. */
    record Oldest(Rows all) implements Formula {

        @Override
        public List<Rows> rows() {
            return List.of(all);
        }

        @Override
        public boolean isStanding() {
            return true;
        }
    }

    /** How many began in the period and were open at its end. */
    record Carried(Rows all) implements Formula {

        @Override
        public List<Rows> rows() {
            return List.of(all);
        }

        @Override
        public boolean isStanding() {
            return true;
        }
    }
}
