package io.firth.journal;

import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Command;
import io.firth.conversation.Conversation;
import io.firth.conversation.Ids;
import io.firth.conversation.Interaction.Assigned;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.NotFound;
import io.firth.conversation.Refused;
import io.firth.journal.Changes.Told;
import io.firth.journal.Known.AcceptedBefore;
import io.firth.journal.Known.AcceptedKey;
import io.firth.journal.Known.Spot;
import io.firth.journal.Known.ThreadKey;
import io.firth.journal.Past.Birth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides what another system tells: line by line, each once, and none earlier than what is here already. */
final class History {

    private final Changes changes;
    private final Deciding deciding;

    History(Changes changes, Deciding deciding) {
        this.changes = changes;
        this.deciding = deciding;
    }

    Written take(Work.Recall recall) {
        var verdicts = new ArrayList<Verdict>();
        for (var past : recall.lines()) {
            verdicts.add(verdict(recall.source(), past));
        }
        changes.told.add(new Told(recall.beside(), List.copyOf(verdicts)));
        return Written.NOTHING;
    }

    private Verdict verdict(UUID source, Past past) {
        var home = changes.accepted(AcceptedKey.ofConversation(source, past));
        var before = changes.accepted(AcceptedKey.of(source, past));
        if (before != null) {
            return home != null && home.conversation().equals(before.conversation())
                    ? new Verdict.Known()
                    : new Verdict.Refused("its `id` was taken before by a line of another conversation");
        }
        try {
            take(source, past, home == null ? born(past) : known(home, past));
            return new Verdict.Taken();
        } catch (NotFound gone) {
            return new Verdict.Refused("its conversation is no longer here");
        } catch (Refused refusal) {
            return new Verdict.Refused(String.valueOf(refusal.getMessage()));
        }
    }

    private void take(UUID source, Past past, Conversation conversation) {
        var commands = List.of(asHere(past.command(), conversation, past.birth().customer()));
        var written = deciding.recall(conversation, actor(past), past.at(), commands);
        changes.accept(AcceptedKey.of(source, past), AcceptedBefore.of(conversation.id(), written));
        var name = AcceptedKey.ofConversation(source, past);
        if (changes.accepted(name) == null) {
            changes.accept(name, AcceptedBefore.of(conversation.id(), written));
        }
        past.names()
                .forEach(key -> changes.name(
                        new ThreadKey(conversation.place().account(), key),
                        new Spot(conversation.id(), written.firstSeq())));
    }

    private Conversation known(AcceptedBefore home, Past past) {
        var conversation = deciding.conversation(home.conversation());
        if (conversation.mergedInto() != null) {
            throw new Refused("import.merged", "its conversation goes on in another one here");
        }
        var last = conversation.turn().lastActivityAt();
        if (past.at().isBefore(last)) {
            throw new Refused("import.late", "it is earlier than what its conversation already holds, up to " + last);
        }
        return conversation;
    }

    private Conversation born(Past past) {
        var birth = past.birth();
        var account = birth.account();
        var channel = birth.channel();
        if (account == null || channel == null) {
            throw new Refused("import.channel", "no line of its conversation names a `channel`");
        }
        var place = new Conversation.Place(
                account, channel, contact(birth, past.at()), birth.subject(), null, past.conversation());
        return Conversation.begin(Ids.next(), place);
    }

    private UUID contact(Birth birth, Instant at) {
        var customer = birth.customer();
        if (customer == null) {
            throw new Refused("import.customer", "no line of its conversation names its customer");
        }
        return changes.contact(customer, at).contact();
    }

    private Actor actor(Past past) {
        return switch (past.by()) {
            case Past.By.Ours(var actor) -> actor;
            case Past.By.Customer(var address) ->
                Actor.customer(changes.contact(address, past.at()).contact());
        };
    }

    /** What was told says less than what happened: to whom an answer went, and what an assignment left as it was. */
    private static Command asHere(Command told, Conversation here, @Nullable Address customer) {
        return switch (told) {
            case Command.Recall(Message message)
            when message.direction() == Direction.OUT && message.to().isEmpty() ->
                new Command.Recall(message.sentTo(recipients(here, customer)));
            case Command.Assign(var agent) ->
                new Command.Recall(new Assigned(agent, here.assignment().team()));
            case Command.AssignTeam(var team) ->
                new Command.Recall(new Assigned(here.assignment().agent(), team));
            default -> told;
        };
    }

    private static List<Address> recipients(Conversation here, @Nullable Address customer) {
        var verified = here.parties().verified();
        if (verified.isEmpty()) {
            return customer == null ? List.of() : List.of(customer);
        }
        return List.of(verified.getFirst());
    }
}
