package io.firth.journal;

import io.firth.conversation.Category;
import io.firth.conversation.Command;
import io.firth.conversation.Conversation;
import io.firth.conversation.Interaction.SendStopped;
import io.firth.conversation.Refused;
import io.firth.journal.Known.AcceptedBefore;
import io.firth.journal.Known.AcceptedKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides a batch: each piece of work in turn against what the ones before it left. It touches no database, so a batch that has
 * to be run again is simply planned again.
 */
final class Plan {

    final Changes changes;
    private final Deciding deciding;
    private final Input input;
    private final History history;

    Plan(Known known) {
        this.changes = new Changes(known);
        this.deciding = new Deciding(changes);
        this.input = new Input(changes, deciding);
        this.history = new History(changes, deciding);
    }

    /**
     * Decides one piece of work. What it comes to is in the changes afterwards. An order that is refused throws, and leaves
     * nothing.
     *
     * @return the answer, whose recorded interactions are added once they have positions
     */
    Written add(Work work) {
        return switch (work) {
            case Work.Take(var inbound, var raw, var cursor) -> passing(cursor, input.take(inbound, raw));
            case Work.SetAside(var raw, var reason, var cursor) -> passing(cursor, input.setAside(raw, reason));
            case Work.Advance(var cursor) -> passing(cursor, Written.NOTHING);
            case Work.Recall recall -> history.take(recall);
            case Work.Order order -> carry(order);
        };
    }

    private Written passing(@Nullable Cursor cursor, Written written) {
        if (cursor != null) {
            changes.advance(cursor);
        }
        return written;
    }

    private Written carry(Work.Order order) {
        for (var key : AcceptedKey.of(order)) {
            var before = changes.accepted(key);
            if (before != null) {
                return before.again();
            }
        }
        return switch (order) {
            case Work.Carry carry -> carry(carry);
            case Work.Begin begin -> begin(begin);
            case Work.Merge merge -> merge(merge);
            case Work.Separate separate -> separate(separate);
        };
    }

    private Written carry(Work.Carry carry) {
        var conversation = deciding.conversation(carry.conversation());
        var written = deciding.carryOut(conversation, carry.actor(), carry.at(), carry.commands(), null);
        var stopped = written.lastSeq() > conversation.seq()
                && changes.entries.getLast().entry().interaction() instanceof SendStopped;
        var key = stopped ? AcceptedKey.ofStopped(carry) : new AcceptedKey(carry.source(), carry.key());
        changes.accept(key, AcceptedBefore.of(conversation.id(), written));
        input.told(conversation, carry.commands());
        return written;
    }

    private Written begin(Work.Begin begin) {
        var person = changes.contact(begin.customer(), begin.at());
        var place =
                new Conversation.Place(begin.account(), begin.channel(), person.contact(), begin.subject(), null, null);
        var conversation = Conversation.begin(begin.conversation(), place);
        return accepted(begin, deciding.carryOut(conversation, begin.actor(), begin.at(), begin.commands(), null));
    }

    private Written merge(Work.Merge merge) {
        var from = deciding.conversation(merge.from());
        var into = deciding.conversation(merge.into());
        var away = new Command.MergeInto(into.id(), changes.number(into.id()));
        var here = new Command.TakeOver(from, changes.number(from.id()));
        if (into.status().category() == Category.SPAM) {
            throw new Refused("merge.spam", "A conversation cannot be merged into spam.");
        }
        into.decide(merge.actor(), merge.at(), here);
        deciding.carryOut(from, merge.actor(), merge.at(), List.of(away), null);
        return accepted(merge, deciding.carryOut(into, merge.actor(), merge.at(), List.of(here), null));
    }

    private Written separate(Work.Separate separate) {
        var from = deciding.conversation(separate.from());
        var id = from.mergedInto();
        if (id == null) {
            throw new Refused("conversation.not_merged", "This conversation is not merged into another one.");
        }
        var into = deciding.conversation(id);
        var there = new Command.Separate(from.id(), changes.number(from.id()));
        var here = new Command.Separate(into.id(), changes.number(into.id()));
        deciding.carryOut(into, separate.actor(), separate.at(), List.of(there), null);
        return accepted(separate, deciding.carryOut(from, separate.actor(), separate.at(), List.of(here), null));
    }

    private Written accepted(Work.Order order, Written written) {
        var conversation = written.conversation();
        if (conversation != null) {
            changes.accept(new AcceptedKey(order.source(), order.key()), AcceptedBefore.of(conversation, written));
        }
        return written;
    }
}
