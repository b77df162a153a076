package io.firth.conversation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An interaction in its place.
 *
 * @param seq its place in the conversation: 1, 2, 3, … without a gap
 * @param at when it happened, cut to microseconds: no more is kept, and what is answered equals what is read later
 */
public record Entry(int seq, Instant at, Actor actor, Interaction interaction) {

    public Entry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
