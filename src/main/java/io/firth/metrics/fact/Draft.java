package io.firth.metrics.fact;

import io.firth.metrics.fact.Course.Step;
import io.firth.metrics.fact.Fact.Key;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact in the making. */
record Draft(
        Key key,
        Instant at,
        Instant openedAt,
        int openedBy,
        @Nullable Instant closedAt,
        @Nullable Integer closedBy,
        @Nullable Long micros,
        @Nullable Long amount,
        int flags) {

    Draft(Key key, Instant openedAt, int openedBy) {
        this(key, openedAt, openedAt, openedBy, null, null, null, null, 0);
    }

    Draft at(Instant anchor) {
        return new Draft(key, anchor, openedAt, openedBy, closedAt, closedBy, micros, amount, flags);
    }

    Draft ended(Instant anchor, Step step) {
        return new Draft(key, anchor, openedAt, openedBy, step.at(), step.seq(), micros, amount, flags);
    }

    /** It took from its beginning to its end. */
    Draft timed() {
        return closedAt == null ? this : lasting(Micros.between(openedAt, closedAt));
    }

    Draft lasting(long took) {
        return new Draft(key, at, openedAt, openedBy, closedAt, closedBy, took, amount, flags);
    }

    Draft amount(long counted) {
        return new Draft(key, at, openedAt, openedBy, closedAt, closedBy, micros, counted, flags);
    }

    Draft flags(int all) {
        return new Draft(key, at, openedAt, openedBy, closedAt, closedBy, micros, amount, all);
    }

    /** Without a calendar, business time is wall time. */
    Fact fact(int cycle, Dimensions dimensions, @Nullable UUID contact) {
        return new Fact(
                key,
                cycle,
                at,
                openedAt,
                openedBy,
                closedAt,
                closedBy,
                micros,
                micros,
                amount,
                flags,
                contact,
                dimensions);
    }
}
