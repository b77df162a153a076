package io.firth.journal;

import io.firth.conversation.Actor;
import io.firth.conversation.Command;
import io.firth.conversation.Conversation;
import io.firth.conversation.Entry;
import io.firth.conversation.Interaction.SendStopped;
import io.firth.conversation.NotFound;
import io.firth.journal.Known.Sending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets conversations decide commands, one after another, and keeps what happened. */
final class Deciding {

    private final Changes changes;

    Deciding(Changes changes) {
        this.changes = changes;
    }

    /** Fails with {@link NotFound}. */
    Conversation conversation(UUID id) {
        var conversation = changes.conversation(id);
        if (conversation == null) {
            throw new NotFound("conversation", id);
        }
        return conversation;
    }

    /** All of them or, where one is refused, none; what comes after one that the guard stopped is left out. */
    Written carryOut(Conversation before, Actor actor, Instant at, List<Command> commands, @Nullable UUID raw) {
        var decided = decide(before, actor, at, commands);
        changes.append(decided.after(), decided.added(), raw, false);
        return decided.written(before);
    }

    /** As {@link #carryOut}, for what happened in another system. */
    Written recall(Conversation before, Actor actor, Instant at, List<Command> commands) {
        var decided = decide(before, actor, at, commands);
        changes.append(decided.after(), decided.added(), null, true);
        return decided.written(before);
    }

    private record Decided(Conversation after, List<Entry> added) {

        Written written(Conversation before) {
            return new Written(before.id(), before.seq() + 1, after.seq(), false, List.of());
        }
    }

    private Decided decide(Conversation before, Actor actor, Instant at, List<Command> commands) {
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
        return new Decided(now, added);
    }

    /** What is said of a delivery is judged by the state it has now, which only the database knows. */
    private Command informed(UUID conversation, Command command) {
        return switch (command) {
            case Command.ReportDelivery(var message, var claimed, var next, var detail, var externalId) ->
                new Command.ReportDelivery(
                        message, changes.delivery(new Sending(conversation, message)), next, detail, externalId);
            case Command.SendAgain(var message, var claimed) ->
                new Command.SendAgain(message, changes.delivery(new Sending(conversation, message)));
            default -> command;
        };
    }
}
