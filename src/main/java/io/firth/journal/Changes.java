package io.firth.journal;

import io.firth.conversation.Address;
import io.firth.conversation.Conversation;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Entry;
import io.firth.conversation.Ids;
import io.firth.conversation.Inbound.News;
import io.firth.conversation.Inbound.Target;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.NotFound;
import io.firth.conversation.Origin;
import io.firth.journal.Known.AcceptedBefore;
import io.firth.journal.Known.AcceptedKey;
import io.firth.journal.Known.IdentityKey;
import io.firth.journal.Known.Person;
import io.firth.journal.Known.Sending;
import io.firth.journal.Known.Spot;
import io.firth.journal.Known.Stored;
import io.firth.journal.Known.ThreadKey;
import io.firth.journal.Known.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a batch changes: the rows it writes, and how things stand with them on top of what was known before. */
final class Changes {

    record NewContact(UUID id, Address address, Instant at) {}

    /** @param key by which it is told from the others of its account */
    record NewEarly(News news, String key, UUID raw) {}

    record NewAccepted(AcceptedKey key, AcceptedBefore accepted) {}

    record NewEntry(
            UUID conversation, Entry entry, @Nullable UUID raw, boolean imported) {}

    /** What another system told, decided. */
    record Told(Beside beside, List<Verdict> verdicts) {}

    record NewDelivery(UUID id, UUID conversation, int seq, Conversation.Place place, Instant at) {}

    record DeliveryNews(
            Sending sending,
            DeliveryState state,
            @Nullable String detail,
            @Nullable String externalId) {}

    record NewTimer(UUID conversation, Instant due) {}

    record NewQuarantine(Raw raw, String reason) {}

    final Map<ThreadKey, Spot> threads = new LinkedHashMap<>();
    final Map<UUID, Stored> conversations = new LinkedHashMap<>();
    final List<NewEntry> entries = new ArrayList<>();
    final List<NewContact> contacts = new ArrayList<>();
    final List<NewAccepted> accepted = new ArrayList<>();
    final List<NewDelivery> deliveries = new ArrayList<>();
    final Map<Sending, DeliveryNews> deliveryNews = new LinkedHashMap<>();
    final Map<UUID, NewTimer> timers = new LinkedHashMap<>();
    final Map<UUID, Raw> raws = new LinkedHashMap<>();
    final Map<UUID, NewQuarantine> quarantines = new LinkedHashMap<>();
    final Map<UUID, UUID> understood = new LinkedHashMap<>();
    final Map<String, Cursor> cursors = new LinkedHashMap<>();
    final List<NewEarly> early = new ArrayList<>();
    final List<Waiting> cameTrue = new ArrayList<>();
    final List<Told> told = new ArrayList<>();

    private final Known known;
    private final Map<AcceptedKey, AcceptedBefore> acceptedNow = new HashMap<>();
    private final Map<IdentityKey, Person> contactsNow = new HashMap<>();
    private final Map<Sending, DeliveryState> deliveriesNow = new HashMap<>();

    Changes(Known known) {
        this.known = known;
    }

    /** Conversations that do not have a number yet. */
    List<UUID> unnumbered() {
        return conversations.entrySet().stream()
                .filter(entry -> entry.getValue().number() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Nullable
    Conversation conversation(UUID id) {
        var stored = stored(id);
        return stored == null ? null : stored.conversation();
    }

    /** 0 where it has none yet. */
    long number(UUID id) {
        var stored = stored(id);
        return stored == null ? 0 : stored.number();
    }

    /** The conversation that had this number before. */
    @Nullable
    UUID byNumber(long number) {
        return known.conversations().entrySet().stream()
                .filter(entry -> entry.getValue().number() == number)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Spot thread(ThreadKey key) {
        return threads.getOrDefault(key, known.threads().get(key));
    }

    @Nullable
    AcceptedBefore accepted(AcceptedKey key) {
        return acceptedNow.getOrDefault(key, known.accepted().get(key));
    }

    DeliveryState delivery(Sending sending) {
        var current = deliveriesNow.getOrDefault(sending, known.deliveries().get(sending));
        if (current == null) {
            throw new NotFound("message", sending.seq());
        }
        return current;
    }

    /** Our messages up to {@code seq} whose way has not ended. */
    List<Sending> underWay(UUID conversation, int seq) {
        return Stream.concat(known.deliveries().keySet().stream(), deliveriesNow.keySet().stream())
                .filter(sending -> sending.conversation().equals(conversation) && sending.seq() <= seq)
                .filter(sending -> delivery(sending).isUnderWay())
                .distinct()
                .sorted(Comparator.comparing(Sending::seq))
                .toList();
    }

    /** Who has this address; somebody new if nobody has. */
    Person contact(Address address, Instant at) {
        var key = IdentityKey.of(address);
        var found = contactsNow.getOrDefault(key, known.contacts().get(key));
        if (found != null) {
            return found;
        }
        var contact = new NewContact(Ids.next(), address, at);
        var person = new Person(contact.id(), false);
        contacts.add(contact);
        contactsNow.put(key, person);
        return person;
    }

    void accept(AcceptedKey key, AcceptedBefore now) {
        if (acceptedNow.putIfAbsent(key, now) == null) {
            accepted.add(new NewAccepted(key, now));
        }
    }

    /** The first message that a key names keeps it; one that was only spoken of gives way to it. */
    void name(ThreadKey key, Spot spot) {
        var before = thread(key);
        if (before == null || before.seq() == null && spot.seq() != null) {
            threads.put(key, spot);
        }
    }

    /** The later one of two for the same folder counts. */
    void advance(Cursor cursor) {
        cursors.put(cursor.account() + " " + cursor.folder(), cursor);
    }

    /** News whose message is not here yet. One without a key is told from others by its raw input. */
    void waitFor(News news, UUID raw) {
        var key = news.dedupKeys().stream().filter(each -> !each.isBlank()).findFirst();
        early.add(new NewEarly(news, key.orElseGet(raw::toString), raw));
    }

    /** What waits for the message of one of these ids, of this batch or an earlier one, in the order it came. */
    List<Waiting> early(UUID account, List<String> ids) {
        var fresh = early.stream().map(each -> new Waiting(each.news(), each.key(), each.raw()));
        return Stream.concat(known.early().stream(), fresh)
                .filter(each -> each.news().account().equals(account))
                .filter(each -> each.news().target() instanceof Target.External(var id) && ids.contains(id))
                .filter(each -> !cameTrue.contains(each))
                .toList();
    }

    /** What had waited is applied. */
    void cameTrue(Waiting waiting) {
        cameTrue.add(waiting);
        early.removeIf(each -> each.raw().equals(waiting.raw()));
    }

    /** @param after the conversation with these entries applied */
    void append(Conversation after, List<Entry> added, @Nullable UUID raw, boolean imported) {
        if (added.isEmpty()) {
            return;
        }
        for (var entry : added) {
            entries.add(new NewEntry(after.id(), entry, raw, imported));
            if (imported) {
                recall(after, entry);
            } else {
                follow(after, entry);
            }
        }
        var stored = stored(after.id());
        conversations.put(after.id(), new Stored(after, stored == null ? 0 : stored.number()));
    }

    /** The rows beside the journal that an interaction brings with it. */
    private void follow(Conversation conversation, Entry entry) {
        switch (entry.interaction()) {
            case Message message
            when message.direction() == Direction.OUT && message.origin() != Origin.ECHO -> {
                deliveries.add(
                        new NewDelivery(Ids.next(), conversation.id(), entry.seq(), conversation.place(), entry.at()));
                deliveriesNow.put(new Sending(conversation.id(), entry.seq()), DeliveryState.PENDING);
            }
            case Interaction.Delivery(var message, var state, var detail, var externalId) -> {
                var sending = new Sending(conversation.id(), message);
                deliveryNews.merge(sending, new DeliveryNews(sending, state, detail, externalId), Changes::together);
                deliveriesNow.put(sending, state);
                if (externalId != null && !externalId.isBlank()) {
                    name(
                            new ThreadKey(conversation.place().account(), externalId),
                            new Spot(conversation.id(), message));
                }
            }
            case Interaction.StatusChanged(var status, var until, var reason)
            when until != null -> timers.put(conversation.id(), new NewTimer(conversation.id(), until));
            default -> {}
        }
    }

    /** What happened elsewhere sends nothing; a snooze there whose time is still to come ends here as any other does. */
    private void recall(Conversation conversation, Entry entry) {
        if (entry.interaction() instanceof Interaction.StatusChanged(var status, var until, var reason)
                && until != null
                && until.isAfter(Instant.now())) {
            timers.put(conversation.id(), new NewTimer(conversation.id(), until));
        }
    }

    private static DeliveryNews together(DeliveryNews before, DeliveryNews now) {
        var externalId = now.externalId() == null ? before.externalId() : now.externalId();
        return new DeliveryNews(now.sending(), now.state(), now.detail(), externalId);
    }

    private @Nullable Stored stored(UUID id) {
        return conversations.getOrDefault(id, known.conversations().get(id));
    }
}
