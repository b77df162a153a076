package io.firth.channel;

import io.firth.conversation.Address;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * One connected place of a channel: a mailbox, a page, a number, a widget.
 *
 * @param name what agents call it, and what customers see as the sender
 * @param address where customers reach it; the From of its replies
 * @param accepts the addresses it takes in, in lower case; {@code *@example.org} a whole domain, {@code *} everything
 */
public record Account(
        UUID id, ChannelType type, String name, String address, List<String> accepts, State state, Settings settings) {

    /** {@code REMOVED}: kept for the names of its conversations, without its secrets. */
    public enum State {
        ACTIVE,
        PAUSED,
        REMOVED
    }

    public Account {
        accepts = List.copyOf(accepts);
    }

    /** Whether it says of itself that mail to this address is its own; what a bare {@code *} lets in is not. */
    public boolean owns(Address other) {
        var value = other.value().toLowerCase(Locale.ROOT);
        return value.equals(address)
                || accepts.stream().anyMatch(pattern -> !pattern.equals("*") && matches(pattern, value));
    }

    private static boolean matches(String pattern, String value) {
        return pattern.startsWith("*@") ? value.endsWith(pattern.substring(1)) : value.equals(pattern);
    }
}
