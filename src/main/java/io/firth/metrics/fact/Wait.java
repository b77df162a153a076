package io.firth.metrics.fact;

import java.time.Instant;

/**
 * An open turn: the customer waits for us.
 *
 * @param seq of the interaction that opened it
 * @param bots whether it is the bot's to answer
 * @param cycle in which it was opened
 */
record Wait(int seq, Instant since, boolean bots, int cycle) {

    Wait earlier(Instant other) {
        return other.isBefore(since) ? new Wait(seq, other, bots, cycle) : this;
    }
}
