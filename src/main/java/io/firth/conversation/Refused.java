package io.firth.conversation;

/** What was asked is well formed and may not be done. The message is written for the agent who asked. */
public class Refused extends RuntimeException {

    private final String code;

    /** @param code a short lasting name of the reason, such as {@code snooze.past}; it ends the problem's type */
    public Refused(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
