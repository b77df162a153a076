package io.firth.channel;

import io.firth.conversation.Address;
import io.smallrye.mutiny.Uni;

/** Goes on by mail with somebody who has left another channel. */
public interface Continuation {

    /** Whether there is an account that can send mail. */
    boolean isPossible();

    /**
     * Sends a message of another channel by mail; an answer to it joins its conversation. Fails as {@link Channel#deliver}.
     *
     * @param handover is run, and may block, when the other side is about to have the whole mail: until then nothing can have
     *     been sent, from then on it may have been. Where it fails, nothing is sent
     */
    Uni<Delivered> byMail(Outbound message, Address to, Runnable handover);

    default Uni<Delivered> byMail(Outbound message, Address to) {
        return byMail(message, to, () -> {});
    }
}
