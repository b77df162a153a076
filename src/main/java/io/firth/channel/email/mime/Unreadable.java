package io.firth.channel.email.mime;

/** The bytes could not be understood as a mail; they are set aside, and may be read again by a later version. */
public class Unreadable extends RuntimeException {

    public Unreadable(String reason) {
        super(reason, null, false, true);
    }

    public Unreadable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
