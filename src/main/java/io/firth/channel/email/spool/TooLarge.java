package io.firth.channel.email.spool;

/** The mail is larger than it may be. */
public final class TooLarge extends Exception {

    private final boolean endless;

    TooLarge(long largest, boolean endless) {
        super("The mail is larger than " + largest + " bytes.");
        this.endless = endless;
    }

    /** Whether it was so large that its end was not waited for. */
    public boolean isEndless() {
        return endless;
    }
}
