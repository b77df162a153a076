package io.firth.metrics.report;

import io.firth.metrics.definition.Formula;
import io.firth.metrics.fact.Flag;
import io.firth.metrics.fact.Kind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What figures are filtered and grouped by, beside time. */
enum Dimension {
    CHANNEL("channel"),
    ACCOUNT("account"),
    TEAM("team"),
    AGENT("agent"),
    LABEL("label"),
    PRIORITY("priority"),
    STAGE("stage"),
    /** How a cycle that was resolved came out: read from the flags, which facts and what was added up both have. */
    OUTCOME("outcome");

    private static final String OUTCOMES =
            """
            case when %%1$s.flags & %d <> 0 then 'reopened' when %%1$s.flags & %d <> 0 then 'one_reply'
              when %%1$s.flags & %d <> 0 then 'no_reply' else 'more_replies' end""".formatted(Flag.REOPENED_IN_7D.bit(), Flag.ONE_REPLY.bit(), Flag.NO_REPLY.bit());

    private static final Set<Kind> WITH_OUTCOME = EnumSet.of(Kind.RESOLVED, Kind.ASKED);

    /** The column of a fact, and under what it was added up. */
    final String column;

    Dimension(String column) {
        this.column = column;
    }

    /** Of a fact {@code f}. */
    String fact() {
        return this == OUTCOME ? OUTCOMES.formatted("f") : "f." + column;
    }

    /** Of what was added up in {@code c}. */
    String cell() {
        return this == OUTCOME ? OUTCOMES.formatted("c") : isId() ? "c." + column : "c.word";
    }

    /** Whether it was added up by itself. */
    boolean isAddedUp() {
        return this != OUTCOME;
    }

    /** Whether everything a figure is made of has it. */
    boolean isOf(Formula formula) {
        return this != OUTCOME
                || !(formula instanceof Formula.Durations)
                        && formula.rows().stream().allMatch(rows -> WITH_OUTCOME.contains(rows.kind()));
    }

    /** Whether it is told by an id, and was added up in every combination of those. */
    boolean isId() {
        return this == ACCOUNT || this == TEAM || this == AGENT;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
