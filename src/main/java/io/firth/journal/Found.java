package io.firth.journal;

import io.firth.conversation.DeliveryState;
import io.firth.journal.Known.AcceptedBefore;
import io.firth.journal.Known.AcceptedKey;
import io.firth.journal.Known.IdentityKey;
import io.firth.journal.Known.Person;
import io.firth.journal.Known.Sending;
import io.firth.journal.Known.Spot;
import io.firth.journal.Known.Stored;
import io.firth.journal.Known.ThreadKey;
import io.firth.journal.Known.Waiting;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the steps of {@link Reads} so far have read. */
record Found(
        Map<AcceptedKey, AcceptedBefore> accepted,
        Map<ThreadKey, Spot> threads,
        List<Waiting> early,
        Map<UUID, Stored> conversations,
        Map<IdentityKey, Person> contacts) {

    Found(Map<AcceptedKey, AcceptedBefore> accepted) {
        this(accepted, Map.of(), List.of(), Map.of(), Map.of());
    }

    Found withThreads(Map<ThreadKey, Spot> read) {
        return new Found(accepted, read, early, conversations, contacts);
    }

    Found withEarly(List<Waiting> read) {
        return new Found(accepted, threads, read, conversations, contacts);
    }

    Found withConversations(Map<UUID, Stored> read) {
        return new Found(accepted, threads, early, read, contacts);
    }

    Found withContacts(Map<IdentityKey, Person> read) {
        return new Found(accepted, threads, early, conversations, read);
    }

    Known known(Map<Sending, DeliveryState> deliveries) {
        return new Known(accepted, threads, early, conversations, contacts, deliveries);
    }
}
