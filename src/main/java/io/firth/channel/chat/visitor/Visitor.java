package io.firth.channel.chat.visitor;

import io.firth.conversation.Address;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who chats on a site.
 *
 * @param subject the site's own id of them; null for whom no site has proved
 * @param current the conversation that the panel shows; null before the first
 */
public record Visitor(
        UUID id,
        UUID account,
        @Nullable String subject,
        @Nullable String name,
        @Nullable String email,
        boolean isProvenEmail,
        @Nullable Current current) {

    /** The kind of the addresses by which visitors take part in conversations. */
    public static final String KIND = "visitor";

    /**
     * A conversation of theirs.
     *
     * @param address by which they take part in it
     * @param readSeq up to where they have read it
     * @param began whether they began it; another one became theirs by a merge
     */
    public record Current(UUID conversation, String address, int readSeq, boolean began) {

        public Current read(int seq) {
            return new Current(conversation, address, seq, began);
        }
    }

    /** The same person with another conversation before them. */
    public Visitor at(Current other) {
        return new Visitor(id, account, subject, name, email, isProvenEmail, other);
    }

    public boolean isVerified() {
        return subject != null;
    }

    /** By which they take part in their conversation, or will in their first. */
    public Address address() {
        return new Address(KIND, current == null ? id.toString() : current.address(), name);
    }

    /** Whether they are to see a message: they wrote it, or it was written to them. */
    public boolean sees(Interaction interaction) {
        return interaction instanceof Message message
                && (message.direction() == Direction.IN
                        ? owns(message.from())
                        : message.to().stream().anyMatch(address()::sameAs));
    }

    /**
     * Whether what this address wrote is theirs: an answer by mail to what was sent on to them is, too. In a conversation that
     * somebody else began, an address that they only claim makes no mail theirs.
     */
    private boolean owns(Address other) {
        return other.sameAs(address())
                || other.kind().equals("email")
                        && email != null
                        && other.value().equalsIgnoreCase(email)
                        && (isProvenEmail || current == null || current.began());
    }
}
