package io.firth.channel;

import io.firth.conversation.Address;
import io.firth.conversation.Content;
import io.firth.conversation.Origin;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One message to deliver.
 *
 * @param id the delivery's own id, the same at every try
 * @param seq the message's place in its conversation; with {@code conversation} it names the message for ever
 * @param sender the name of who wrote it, for the customer's eyes
 * @param subject the conversation's subject
 * @param bcc those whom the others must not see
 * @param answers the channel's own ids of the customer's messages in this conversation, oldest first
 * @param origin {@code AUTO_REPLY} where Firth wrote it by itself
 */
public record Outbound(
        UUID id,
        UUID account,
        UUID conversation,
        int seq,
        Instant at,
        String sender,
        String subject,
        List<Address> to,
        List<Address> cc,
        List<Address> bcc,
        Content content,
        List<String> answers,
        Origin origin) {

    /** The same in other words. */
    public Outbound saying(Content other) {
        return new Outbound(id, account, conversation, seq, at, sender, subject, to, cc, bcc, other, answers, origin);
    }

    /** What a person wrote. */
    public Outbound(
            UUID id,
            UUID account,
            UUID conversation,
            int seq,
            Instant at,
            String sender,
            String subject,
            List<Address> to,
            List<Address> cc,
            List<Address> bcc,
            Content content,
            List<String> answers) {
        this(id, account, conversation, seq, at, sender, subject, to, cc, bcc, content, answers, Origin.HUMAN);
    }
}
