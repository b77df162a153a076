package io.firth.journal;

/** The queue in front of the writer is full; whoever asked keeps what it has and comes again. */
public class Overloaded extends RuntimeException {

    public Overloaded() {
        super("Too much is waiting to be written; try again shortly.", null, false, false);
    }
}
