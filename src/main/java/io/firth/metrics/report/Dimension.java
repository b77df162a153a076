package io.firth.metrics.report;

import java.util.Locale;

/** What figures are filtered and grouped by, beside time. */
enum Dimension {
    CHANNEL("channel", "channel"),
    ACCOUNT("account", "desk"),
    TEAM("team", "desk"),
    AGENT("agent", "desk"),
    LABEL("label", "label"),
    PRIORITY("priority", "priority"),
    STAGE("stage", "stage");

    /** The column of a fact. */
    final String column;

    /** Under what it was added up. */
    final String family;

    Dimension(String column, String family) {
        this.column = column;
        this.family = family;
    }

    /** The column of what was added up. */
    String cell() {
        return family.equals("desk") ? column : "word";
    }

    boolean isId() {
        return family.equals("desk");
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
