package io.firth.metrics.report;

import java.util.Locale;

/** What figures are filtered and grouped by, beside time. */
enum Dimension {
    CHANNEL("channel"),
    ACCOUNT("account"),
    TEAM("team"),
    AGENT("agent"),
    LABEL("label"),
    PRIORITY("priority"),
    STAGE("stage");

    /** The column of a fact, and under what it was added up. */
    final String column;

    Dimension(String column) {
        this.column = column;
    }

    /** The column of what was added up. */
    String cell() {
        return isId() ? column : "word";
    }

    /** Whether it is told by an id, and was added up in every combination of those. */
    boolean isId() {
        return this == ACCOUNT || this == TEAM || this == AGENT;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
