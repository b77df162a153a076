package io.firth.journal;

import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Category;
import io.firth.conversation.Command;
import io.firth.conversation.Conversation;
import io.firth.conversation.Ids;
import io.firth.conversation.Inbound;
import io.firth.conversation.Inbound.Arrival;
import io.firth.conversation.Inbound.Hint;
import io.firth.conversation.Inbound.News;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.MessageKind;
import io.firth.conversation.Origin;
import io.firth.conversation.Status;
import io.firth.conversation.Threading;
import io.firth.conversation.Threading.Destination;
import io.firth.journal.Changes.NewQuarantine;
import io.firth.journal.Known.AcceptedBefore;
import io.firth.journal.Known.AcceptedKey;
import io.firth.journal.Known.Person;
import io.firth.journal.Known.Spot;
import io.firth.journal.Known.ThreadKey;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides what arrives. It is never refused: what cannot be placed is set aside, and what comes too early waits. */
final class Input {

    private final Changes changes;
    private final Deciding deciding;
    private final Updates updates;

    Input(Changes changes, Deciding deciding) {
        this.changes = changes;
        this.deciding = deciding;
        this.updates = new Updates(changes, deciding);
    }

    /** By whom an arrival is: for what our own side wrote elsewhere, to whom. */
    static Address customer(Arrival arrival) {
        var echo = arrival.origin() == Origin.ECHO && !arrival.to().isEmpty();
        return echo ? arrival.to().getFirst() : arrival.from();
    }

    Written take(Inbound inbound, Raw raw) {
        var before = acceptedBefore(inbound);
        if (before != null) {
            changes.understood.put(raw.id(), before.conversation());
            if (inbound instanceof Arrival arrival) {
                name(arrival, before.conversation(), before.firstSeq());
            }
            return before.again();
        }
        return switch (inbound) {
            case Arrival arrival -> take(arrival, raw);
            case News news -> updates.take(news, raw, this);
        };
    }

    Written setAside(Raw raw, String reason) {
        changes.raws.put(raw.id(), raw);
        changes.quarantines.put(raw.id(), new NewQuarantine(raw, reason));
        return Written.NOTHING;
    }

    void keep(Inbound inbound, Raw raw, Written written) {
        var conversation = written.conversation();
        changes.raws.put(raw.id(), raw);
        if (conversation != null) {
            changes.understood.put(raw.id(), conversation);
            AcceptedKey.of(inbound).forEach(key -> changes.accept(key, AcceptedBefore.of(conversation, written)));
        }
    }

    private Written take(Arrival arrival, Raw raw) {
        var echo = arrival.origin() == Origin.ECHO;
        var person = changes.contact(customer(arrival), arrival.at());
        var destination = Threading.of(arrival, new Threads(arrival.account()));
        var conversation =
                switch (destination) {
                    case Destination.Existing(var existing, var unverified) -> existing;
                    case Destination.New(var related) ->
                        Conversation.begin(Ids.next(), place(arrival, raw, person, related));
                };
        var unverified = destination instanceof Destination.Existing(var existing, var byToken) && byToken;
        var actor = echo ? new Actor(Actor.Kind.AGENT, null) : Actor.customer(person.contact());
        var message = message(arrival, echo ? Direction.OUT : Direction.IN, unverified);
        var written = deciding.carryOut(conversation, actor, arrival.at(), commands(message, person, echo), raw.id());
        name(arrival, conversation.id(), written.firstSeq());
        keep(arrival, raw, written);
        updates.catchUp(arrival.account(), keys(arrival));
        return written;
    }

    /** What a blocked contact writes is kept where nobody is bothered by it. */
    private static List<Command> commands(Message message, Person person, boolean echo) {
        var commands = new ArrayList<Command>(List.of(new Command.Receive(message)));
        if (person.blocked() && !echo) {
            commands.add(new Command.SetStatus(Status.of(Category.SPAM), null));
        }
        return commands;
    }

    /** On every account that it came by: an answer may come by each of them. What it answers is awaited, if it never came. */
    private void name(Arrival arrival, UUID conversation, int seq) {
        keys(arrival).forEach(key -> {
            var spot = new Spot(conversation, arrival.hints().contains(new Hint.Foreign(key)) ? null : seq);
            changes.name(new ThreadKey(arrival.account(), key), spot);
        });
    }

    /** By which a message is named later: its thread keys, and its channel's own id. */
    static List<String> keys(Arrival arrival) {
        var keys = new ArrayList<String>(arrival.threadKeys());
        var externalId = arrival.externalId();
        if (externalId != null && !keys.contains(externalId)) {
            keys.add(externalId);
        }
        keys.removeIf(String::isBlank);
        return keys;
    }

    /** What was said of a message of ours before its channel told us its id. */
    void told(Conversation conversation, List<Command> commands) {
        for (var command : commands) {
            if (command instanceof Command.ReportDelivery report && report.externalId() != null) {
                updates.catchUp(conversation.place().account(), List.of(report.externalId()));
            }
        }
    }

    private @Nullable AcceptedBefore acceptedBefore(Inbound inbound) {
        for (var key : AcceptedKey.of(inbound)) {
            var before = changes.accepted(key);
            if (before != null) {
                return before;
            }
        }
        return null;
    }

    private static Conversation.Place place(Arrival arrival, Raw raw, Person person, @Nullable UUID related) {
        return new Conversation.Place(
                arrival.account(), raw.channel(), person.contact(), arrival.subject(), related, null);
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
                unverified,
                List.of(),
                arrival.trust(),
                direction == Direction.IN ? arrival.kind() : MessageKind.DIRECT);
    }

    private final class Threads implements Threading.Known {

        private final UUID account;

        Threads(UUID account) {
            this.account = account;
        }

        /** A conversation that was merged goes on where it was merged into. */
        @Override
        public @Nullable Conversation conversation(UUID id) {
            var conversation = changes.conversation(id);
            while (conversation != null && conversation.mergedInto() != null) {
                conversation = changes.conversation(conversation.mergedInto());
            }
            return conversation;
        }

        @Override
        public @Nullable UUID byThreadKey(String key) {
            var spot = changes.thread(new ThreadKey(account, key));
            return spot == null ? null : spot.conversation();
        }

        @Override
        public @Nullable UUID byAwaited(String key) {
            var spot = changes.thread(new ThreadKey(account, key));
            return spot == null || spot.seq() != null ? null : spot.conversation();
        }

        @Override
        public @Nullable UUID byNumber(long number) {
            return changes.byNumber(number);
        }
    }
}
