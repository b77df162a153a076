package io.firth.exchange.imports;

/** The job was cancelled, or somebody else runs it by now. */
final class Superseded extends IllegalStateException {

    Superseded() {
        super("This job is somebody else's by now");
    }
}
