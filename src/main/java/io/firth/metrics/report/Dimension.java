package io.firth.metrics.report;

import io.firth.metrics.definition.Formula;
import io.firth.metrics.definition.Outcome;
import java.util.Locale;

/** What figures are filtered and grouped by, beside time. */
enum Dimension {
    CHANNEL("channel"),
    ACCOUNT("account"),
    TEAM("team"),
    AGENT("agent"),
    LABEL("label"),
    PRIORITY("priority"),
    KIND("message_kind"),
    STAGE("stage"),
    /** How a cycle that was resolved came out: read from the flags, which facts and what was added up both have. */
    OUTCOME("outcome");

    /** The column of a fact, and under what it was added up. */
    final String column;

    Dimension(String column) {
        this.column = column;
    }

    /** Of a fact {@code f}. */
    String fact() {
        return this == OUTCOME ? Outcome.sql("f") : "f." + column;
    }

    /** Of what was added up in {@code c}, with the flags of {@code part}. */
    String cell() {
        return this == OUTCOME ? Outcome.sql("part") : isId() ? "c." + column : "c.word";
    }

    /** Whether it was added up by itself. */
    boolean isAddedUp() {
        return this != OUTCOME;
    }

    /** Whether everything a figure is made of has it. */
    boolean isOf(Formula formula) {
        return this != OUTCOME
                || !(formula instanceof Formula.Durations)
                        && formula.rows().stream().allMatch(rows -> Outcome.isOf(rows.kind()));
    }

    /** Whether it is told by an id, and was added up in every combination of those. */
    boolean isId() {
        return this == ACCOUNT || this == TEAM || this == AGENT;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
