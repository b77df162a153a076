package io.firth.conversation;

import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the reply guard has to know of a conversation.
 *
 * <p>It remembers the last reply and the last one by anybody but its author. That is enough to tell, for every writer and
 * every base, whether somebody else replied after it.
 *
 * @param lastPublicSeq the last message that the customer can see, either way
 * @param lastCustomerSeq the last message that came in; machine mail too, for it is new to the reader all the same
 * @param lastReplySeq the last reply of an agent or the bot; 0 where there is none
 * @param lastReplyBy who wrote it
 * @param otherReplySeq the last reply by anybody but {@code lastReplyBy}; 0 where there is none
 */
public record Guard(
        int lastPublicSeq,
        int lastCustomerSeq,
        int lastReplySeq,
        @Nullable Actor lastReplyBy,
        int otherReplySeq) {

    static final Guard NEW = new Guard(0, 0, 0, null, 0);

    /**
     * What stops {@code writer} from replying.
     *
     * @param baseSeq the last public {@code seq} the writer had before its eyes
     * @param stopForCustomer whether messages of the customer alone stop a reply on this channel
     */
    Optional<Collision> check(Actor writer, int baseSeq, boolean stopForCustomer) {
        if (lastReplyOfAnother(writer) > baseSeq) {
            return Optional.of(Collision.REPLY);
        }
        return stopForCustomer && lastCustomerSeq > baseSeq ? Optional.of(Collision.CUSTOMER) : Optional.empty();
    }

    /** Whether a message is the customer's last one, and nobody has replied since. */
    boolean waitsAt(int message) {
        return message == lastCustomerSeq && lastReplySeq < message;
    }

    Guard after(int seq, Actor actor, Message message) {
        if (message.direction() == Direction.IN) {
            return new Guard(seq, seq, lastReplySeq, lastReplyBy, otherReplySeq);
        }
        if (actor.kind() == Actor.Kind.SYSTEM) {
            return new Guard(seq, lastCustomerSeq, lastReplySeq, lastReplyBy, otherReplySeq);
        }
        return new Guard(seq, lastCustomerSeq, seq, actor, actor.equals(lastReplyBy) ? otherReplySeq : lastReplySeq);
    }

    private int lastReplyOfAnother(Actor writer) {
        return writer.equals(lastReplyBy) ? otherReplySeq : lastReplySeq;
    }
}
