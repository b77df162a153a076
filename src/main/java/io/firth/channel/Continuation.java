package io.firth.channel;

import io.firth.conversation.Address;
import io.smallrye.mutiny.Uni;

/** Goes on by mail with somebody who has left another channel. */
public interface Continuation {

    /** Whether there is an account that can send mail. */
    boolean isPossible();

    /** Sends a message of another channel by mail; an answer to it joins its conversation. Fails as {@link Channel#deliver}. */
    Uni<Delivered> byMail(Outbound message, Address to);
}
