package io.firth.bench;

/**
 * How a file was taken in.
 *
 * @param kept seconds until all of it was kept
 * @param taken seconds until all of it was told to the journal, counted from then
 * @param progress how many different counts whoever followed the job saw
 */
record Told(
        History history,
        long accepted,
        long known,
        long refused,
        double kept,
        double taken,
        int progress,
        Memory memory) {

    double linesASecond() {
        return history.lines() / (kept + taken);
    }
}
