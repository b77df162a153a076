package io.firth.journal;

import io.firth.conversation.Actor;
import io.firth.conversation.Command;
import io.firth.conversation.Conversation;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Inbound;
import io.firth.conversation.Inbound.News;
import io.firth.conversation.Inbound.Target;
import io.firth.conversation.NotFound;
import io.firth.journal.Known.AcceptedBefore;
import io.firth.journal.Known.AcceptedKey;
import io.firth.journal.Known.Sending;
import io.firth.journal.Known.Spot;
import io.firth.journal.Known.ThreadKey;
import io.firth.journal.Known.Waiting;
import io.quarkus.logging.Log;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applies news about messages, at once where its message is known, else when that comes. */
final class Updates {

    private final Changes changes;
    private final Deciding deciding;

    Updates(Changes changes, Deciding deciding) {
        this.changes = changes;
        this.deciding = deciding;
    }

    Written take(News news, Raw raw, Input input) {
        try {
            var spot = spot(news);
            if (spot == null) {
                return waitFor(news, raw);
            }
            var written = apply(news, spot, raw.id());
            input.keep(news, raw, written);
            return written;
        } catch (NotFound unknown) {
            return input.setAside(raw, "It is about a message that is not here. " + unknown.getMessage());
        }
    }

    /**
     * A message has just come or got its id: what was said of it before is said of it now. What makes no sense of that message
     * goes on waiting, for the message itself is not to blame.
     */
    void catchUp(UUID account, List<String> ids) {
        for (var waiting : changes.early(account, ids)) {
            var spot = spot(waiting.news());
            if (spot != null) {
                try {
                    comeTrue(waiting, spot);
                } catch (NotFound senseless) {
                    Log.warnf(
                            "News %s of message %s stays where it is: %s", waiting.key(), spot, senseless.getMessage());
                }
            }
        }
    }

    private void comeTrue(Waiting waiting, Spot spot) {
        var written = apply(waiting.news(), spot, waiting.raw());
        AcceptedKey.of(waiting.news())
                .forEach(key -> changes.accept(key, AcceptedBefore.of(spot.conversation(), written)));
        changes.cameTrue(waiting);
    }

    /** Without a key it could not be known again; then it is told by its raw input, which comes once. */
    private Written waitFor(News news, Raw raw) {
        changes.raws.put(raw.id(), raw);
        changes.waitFor(news, raw.id());
        return Written.NOTHING;
    }

    private @Nullable Spot spot(News news) {
        return switch (news.target()) {
            case Target.Named(var conversation, var message) -> new Spot(conversation, message);
            case Target.UpTo(var conversation, var message) -> new Spot(conversation, message);
            case Target.External(var id) -> {
                var named = changes.thread(new ThreadKey(news.account(), id));
                yield named == null || named.seq() == null ? null : named;
            }
        };
    }

    private Written apply(News news, Spot spot, UUID raw) {
        var conversation = deciding.conversation(spot.conversation());
        int message = spot.message();
        if (message > conversation.seq()) {
            throw new NotFound("message", message);
        }
        var customer = Actor.customer(conversation.place().contact());
        var commands = commands(news, conversation, message);
        var actor = news instanceof Inbound.Receipt ? Actor.SYSTEM : customer;
        return deciding.carryOut(conversation, actor, news.at(), commands, raw);
    }

    private List<Command> commands(News news, Conversation conversation, int message) {
        return switch (news) {
            case Inbound.Edit edit -> List.of(new Command.Edit(message, edit.content()));
            case Inbound.Removal removal -> List.of(new Command.Remove(message));
            case Inbound.Reaction reaction ->
                List.of(new Command.React(message, reaction.by(), reaction.emoji(), reaction.on()));
            case Inbound.Receipt receipt
            when receipt.target() instanceof Target.UpTo ->
                changes.underWay(conversation.id(), message).stream()
                        .map(Sending::seq)
                        .map(seq -> report(receipt, seq))
                        .toList();
            case Inbound.Receipt receipt -> List.of(report(receipt, message));
        };
    }

    private static Command report(Inbound.Receipt receipt, int message) {
        return new Command.ReportDelivery(message, DeliveryState.PENDING, receipt.state(), receipt.detail());
    }
}
