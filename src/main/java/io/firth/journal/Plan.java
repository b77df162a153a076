package io.firth.journal;

import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Command;
import io.firth.conversation.Conversation;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Entry;
import io.firth.conversation.Ids;
import io.firth.conversation.Inbound;
import io.firth.conversation.Inbound.Arrival;
import io.firth.conversation.Inbound.Receipt;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Interaction.SendStopped;
import io.firth.conversation.NotFound;
import io.firth.conversation.Origin;
import io.firth.conversation.Threading;
import io.firth.conversation.Threading.Destination;
import io.firth.journal.Changes.NewQuarantine;
import io.firth.journal.Known.AcceptedBefore;
import io.firth.journal.Known.AcceptedKey;
import io.firth.journal.Known.Sending;
import io.firth.journal.Known.ThreadKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides a batch: each piece of work in turn against what the ones before it left. It touches no database, so a batch that has
 * to be run again is simply planned again.
 */
final class Plan {

    final Changes changes;

    Plan(Known known) {
        this.changes = new Changes(known);
    }

    /**
     * Decides one piece of work. What it comes to is in the changes afterwards. An order that is refused throws, and leaves
     * nothing; input is never refused: what cannot be placed is set aside.
     *
     * @return the answer, whose recorded interactions are added once they have positions
     */
    Written add(Work work) {
        return switch (work) {
            case Work.Take(Arrival arrival, var raw) -> take(arrival, raw);
            case Work.Take(Receipt receipt, var raw) -> take(receipt, raw);
            case Work.SetAside(var raw, var reason) -> setAside(raw, reason);
            case Work.Carry carry -> carry(carry);
        };
    }

    /** By whom an arrival is: for what our own side wrote elsewhere, to whom. */
    static Address customer(Arrival arrival) {
        var echo = arrival.origin() == Origin.ECHO && !arrival.to().isEmpty();
        return echo ? arrival.to().getFirst() : arrival.from();
    }

    private Written take(Arrival arrival, Raw raw) {
        var before = accepted(AcceptedKey.of(arrival));
        if (before != null) {
            changes.understood.put(raw.id(), before.conversation());
            return repeated(before);
        }
        var echo = arrival.origin() == Origin.ECHO;
        var contact = changes.contact(customer(arrival), arrival.at());
        var destination = Threading.of(arrival, new Threads(arrival.account()));
        var conversation =
                switch (destination) {
                    case Destination.Existing(var existing, var unverified) -> existing;
                    case Destination.New(var related) ->
                        Conversation.begin(Ids.next(), place(arrival, raw, contact, related));
                };
        var unverified = destination instanceof Destination.Existing(var existing, var byToken) && byToken;
        var actor = echo ? new Actor(Actor.Kind.AGENT, null) : Actor.customer(contact);
        var message = message(arrival, echo ? Direction.OUT : Direction.IN, unverified);
        var written = append(conversation, actor, arrival.at(), List.of(new Command.Receive(message)), raw.id());
        arrival.threadKeys().stream()
                .filter(key -> !key.isBlank())
                .forEach(key -> changes.name(new ThreadKey(arrival.account(), key), conversation.id()));
        keep(arrival, raw, conversation.id(), written);
        return written;
    }

    private Written take(Receipt receipt, Raw raw) {
        var before = accepted(AcceptedKey.of(receipt));
        if (before != null) {
            changes.understood.put(raw.id(), before.conversation());
            return repeated(before);
        }
        var report =
                new Command.ReportDelivery(receipt.message(), DeliveryState.PENDING, receipt.state(), receipt.detail());
        try {
            var conversation = conversation(receipt.conversation());
            var written = append(conversation, Actor.SYSTEM, receipt.at(), List.of(report), raw.id());
            keep(receipt, raw, conversation.id(), written);
            return written;
        } catch (NotFound unknown) {
            return setAside(raw, "It is about a message that is not here. " + unknown.getMessage());
        }
    }

    private Written setAside(Raw raw, String reason) {
        changes.raws.put(raw.id(), raw);
        changes.quarantines.put(raw.id(), new NewQuarantine(raw, reason));
        return Written.SET_ASIDE;
    }

    private Written carry(Work.Carry carry) {
        var before = accepted(AcceptedKey.of(carry));
        if (before != null) {
            return repeated(before);
        }
        var conversation = conversation(carry.conversation());
        var written = append(conversation, carry.actor(), carry.at(), carry.commands(), null);
        var stopped = written.lastSeq() > conversation.seq()
                && changes.entries.getLast().entry().interaction() instanceof SendStopped;
        var key = stopped ? AcceptedKey.ofStopped(carry) : new AcceptedKey(carry.source(), carry.key());
        changes.accept(key, accepted(conversation.id(), written));
        return written;
    }

    private Written append(Conversation before, Actor actor, Instant at, List<Command> commands, @Nullable UUID raw) {
        var now = before;
        var added = new ArrayList<Entry>();
        for (var command : commands) {
            for (var interaction : now.decide(actor, at, informed(before.id(), command))) {
                var entry = new Entry(now.seq() + 1, at, actor, interaction);
                added.add(entry);
                now = now.apply(entry);
            }
            if (!added.isEmpty() && added.getLast().interaction() instanceof SendStopped) {
                break;
            }
        }
        changes.append(now, added, raw);
        return new Written(before.id(), before.seq() + 1, now.seq(), false, List.of());
    }

    /** What is said of a delivery is judged by the state it has now, which only the database knows. */
    private Command informed(UUID conversation, Command command) {
        return switch (command) {
            case Command.ReportDelivery(var message, var claimed, var next, var detail) ->
                new Command.ReportDelivery(message, changes.delivery(new Sending(conversation, message)), next, detail);
            case Command.SendAgain(var message, var claimed) ->
                new Command.SendAgain(message, changes.delivery(new Sending(conversation, message)));
            default -> command;
        };
    }

    private void keep(Inbound inbound, Raw raw, UUID conversation, Written written) {
        changes.raws.put(raw.id(), raw);
        changes.understood.put(raw.id(), conversation);
        AcceptedKey.of(inbound).forEach(key -> changes.accept(key, accepted(conversation, written)));
    }

    private @Nullable AcceptedBefore accepted(Collection<AcceptedKey> keys) {
        for (var key : keys) {
            var before = changes.accepted(key);
            if (before != null) {
                return before;
            }
        }
        return null;
    }

    private static AcceptedBefore accepted(UUID conversation, Written written) {
        return new AcceptedBefore(conversation, written.firstSeq(), written.lastSeq());
    }

    private static Written repeated(AcceptedBefore before) {
        return new Written(before.conversation(), before.firstSeq(), before.lastSeq(), true, List.of());
    }

    private Conversation conversation(UUID id) {
        var conversation = changes.conversation(id);
        if (conversation == null) {
            throw new NotFound("conversation", id);
        }
        return conversation;
    }

    private static Conversation.Place place(Arrival arrival, Raw raw, UUID contact, @Nullable UUID related) {
        return new Conversation.Place(arrival.account(), raw.channel(), contact, arrival.subject(), related, null);
    }

    private static Message message(Arrival arrival, Direction direction, boolean unverified) {
        return new Message(
                direction,
                arrival.origin(),
                arrival.from(),
                arrival.to(),
                arrival.cc(),
                arrival.content(),
                arrival.externalId(),
                unverified);
    }

    private final class Threads implements Threading.Known {

        private final UUID account;

        Threads(UUID account) {
            this.account = account;
        }

        @Override
        public @Nullable Conversation conversation(UUID id) {
            return changes.conversation(id);
        }

        @Override
        public @Nullable UUID byThreadKey(String key) {
            return changes.thread(new ThreadKey(account, key));
        }
    }
}
