package io.firth.conversation;

import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * The customer's side of a conversation.
 *
 * @param verified whose messages may join it: who wrote, and whoever they or we wrote to; the first one began it, and replies go
 *     to that one
 * @param unverified who joined by a reply token only, as happens when a mail is forwarded; replies do not go there until an
 *     agent says so
 */
public record Parties(List<Address> verified, List<Address> unverified) {

    /** Enough for every real thread; a mail to a thousand people must not make a row of a megabyte. */
    private static final int MOST = 100;

    static final Parties NONE = new Parties(List.of(), List.of());

    public Parties {
        verified = List.copyOf(verified);
        unverified = List.copyOf(unverified);
    }

    public boolean includes(Address address) {
        return verified.stream().anyMatch(address::sameAs);
    }

    List<Address> recipients() {
        return verified.isEmpty() ? List.of() : List.of(verified.getFirst());
    }

    Parties with(Message message) {
        if (message.unverified()) {
            return new Parties(verified, added(unverified, List.of(message.from())));
        }
        var joined = new ArrayList<Address>();
        if (message.direction() == Direction.IN) {
            joined.add(message.from());
        }
        joined.addAll(message.to());
        joined.addAll(message.cc());
        joined.addAll(message.bcc());
        return joinedBy(joined);
    }

    /** Who joins as verified is unverified no longer. */
    Parties joinedBy(List<Address> more) {
        var all = added(verified, more);
        var rest = unverified.stream()
                .filter(known -> all.stream().noneMatch(known::sameAs))
                .toList();
        return new Parties(all, rest);
    }

    private static List<Address> added(List<Address> known, List<Address> more) {
        var all = new ArrayList<>(known);
        for (var address : more) {
            if (all.size() < MOST && all.stream().noneMatch(address::sameAs)) {
                all.add(address);
            }
        }
        return all;
    }
}
