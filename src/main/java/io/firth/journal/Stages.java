package io.firth.journal;

/**
 * The order in which rooms start, and stop the other way round: what takes work in comes after what carries it out. A smaller
 * number comes first.
 */
public final class Stages {

    /** The writer and its doorbell. */
    public static final int WRITER = 1000;

    /** Durable reactions and timers. */
    public static final int REACTIONS = 2000;

    /** Whatever lets messages in from outside. */
    public static final int CHANNELS = 3000;

    public static final int CHANNELS_STOP = 1000;

    public static final int REACTIONS_STOP = 2000;

    public static final int WRITER_STOP = 3000;

    private Stages() {}
}
