package io.firth.bench;

/** A line of measuring: what is asked for by its id, and finds out a few figures. */
interface Row {

    /** By what it is asked for: {@code ./firth bench reports}. */
    String id();

    /** Measures, and says what came of it. Called once, on a thread of its own. */
    void measure(Stage stage, Results results);
}
