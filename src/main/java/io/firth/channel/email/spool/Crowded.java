package io.firth.channel.email.spool;

/** So many large mails came at once that this one found no room in memory in time. */
public final class Crowded extends Exception {

    Crowded(String message) {
        super(message);
    }
}
