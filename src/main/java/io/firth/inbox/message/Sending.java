package io.firth.inbox.message;

import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Ids;
import io.firth.conversation.Recipients;
import io.firth.conversation.Refused;
import io.firth.inbox.Acting;
import io.firth.inbox.Changes;
import io.firth.inbox.Item;
import io.firth.inbox.Kind;
import io.firth.inbox.Reading;
import io.firth.inbox.Recipient;
import io.firth.inbox.draft.Drafts;
import io.firth.inbox.upload.Uploads;
import io.firth.journal.Journal;
import io.firth.journal.Work;
import io.firth.journal.Writer;
import io.firth.journal.Written;
import io.firth.staff.Access;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together what an agent sends, and gives it to the journal with whatever shall happen at once. */
@Singleton
class Sending {

    private final Reading reading;
    private final Acting acting;
    private final Changes changes;
    private final Ways ways;
    private final Uploads uploads;
    private final Forwarded forwarded;
    private final Drafts drafts;
    private final Outcome outcome;
    private final Journal journal;
    private final Writer writer;

    Sending(
            Reading reading,
            Acting acting,
            Changes changes,
            Ways ways,
            Uploads uploads,
            Forwarded forwarded,
            Drafts drafts,
            Outcome outcome,
            Journal journal,
            Writer writer) {
        this.reading = reading;
        this.acting = acting;
        this.changes = changes;
        this.ways = ways;
        this.uploads = uploads;
        this.forwarded = forwarded;
        this.drafts = drafts;
        this.outcome = outcome;
        this.journal = journal;
        this.writer = writer;
    }

    /** What was accepted is a draft no longer; what was stopped still is one. */
    Uni<Outcome.Sent> send(UUID id, Access access, String key, NewMessage message) {
        return reading.item(id, access)
                .chain(item -> message.kind() == Kind.REPLY ? reply(item, access, message) : note(access, message))
                .chain(first -> together(first, message.then()))
                .chain(commands -> acting.carryOut(id, access, key, commands))
                .chain(written -> outcome.of(id, written, message.baseSeq()))
                .call(sent -> drafts.discard(
                        access.agent(),
                        id,
                        message.kind(),
                        sent.interactions().getFirst().at()));
    }

    /** @return the conversation that was begun; the same for the same key */
    Uni<Item> begin(Access access, String key, Beginning beginning) {
        var way = ways.toBegin(beginning.account(), access);
        var recipients = new Recipients(
                Recipient.addresses(beginning.to()),
                Recipient.addresses(beginning.cc()),
                Recipient.addresses(beginning.bcc()));
        way.check(recipients);
        return content(access, beginning.wording(), way)
                .map(content -> new Command.Reply(content, way.from(), recipients, 0, false, beginning.asWritten()))
                .chain(first -> together(first, beginning.then()))
                .chain(commands ->
                        writer.write(begin(way, beginning, recipients.to().getFirst(), access, key, commands)))
                .chain(written -> reading.changed(begun(written), access));
    }

    private Uni<Command> note(Access access, NewMessage message) {
        return uploads.attachments(access.agent(), message.wording().files())
                .map(files -> new Command.WriteNote(message.wording().content(files, true)));
    }

    private Uni<Command> reply(Item item, Access access, NewMessage message) {
        var way = ways.of(item);
        return recipients(item, message)
                .invoke(recipients -> check(way, recipients))
                .chain(recipients -> content(item, access, message, way)
                        .map(content -> new Command.Reply(
                                content,
                                way.from(),
                                recipients,
                                message.baseSeq(),
                                way.limits().stopForCustomer(),
                                message.isMeant())));
    }

    private static void check(Way way, @Nullable Recipients recipients) {
        if (recipients != null) {
            way.check(recipients);
        }
    }

    /** Null where nobody was named. Who is named beside somebody unnamed is written to beside whoever began it. */
    private Uni<@Nullable Recipients> recipients(Item item, NewMessage message) {
        var named = new Recipients(
                Recipient.addresses(message.to()),
                Recipient.addresses(message.cc()),
                Recipient.addresses(message.bcc()));
        if (message.forward() != null && named.to().isEmpty()) {
            throw new Refused("recipients.none", "Say to whom this is to be forwarded.");
        }
        return named.isEmpty()
                ? Uni.createFrom().nullItem()
                : named.to().isEmpty()
                        ? journal.conversation(item.id())
                                .map(conversation -> new Recipients(
                                        first(conversation.parties().verified()), named.cc(), named.bcc()))
                        : Uni.createFrom().item(named);
    }

    private static List<Address> first(List<Address> verified) {
        return verified.stream().limit(1).toList();
    }

    private Uni<Content> content(Item item, Access access, NewMessage message, Way way) {
        var forward = message.forward();
        var words = uploads.attachments(access.agent(), message.wording().files())
                .map(files -> message.wording().content(files, way.limits().html()));
        return (forward == null
                        ? words
                        : words.chain(content -> forwarded.below(content, item.id(), forward.seq(), item.subject())))
                .invoke(way::check);
    }

    private Uni<Content> content(Access access, Wording wording, Way way) {
        return uploads.attachments(access.agent(), wording.files())
                .map(files -> wording.content(files, way.limits().html()))
                .invoke(way::check);
    }

    private Uni<List<Command>> together(Command first, Changes.@Nullable Change then) {
        return changes.commands(then).map(rest -> {
            var commands = new ArrayList<Command>();
            commands.add(first);
            commands.addAll(rest);
            return commands;
        });
    }

    private static Work begin(
            Way way, Beginning beginning, Address customer, Access access, String key, List<Command> commands) {
        var subject = beginning.subject();
        return new Work.Begin(
                Ids.next(),
                way.account().id(),
                way.account().type().word(),
                subject == null ? "" : subject.strip(),
                customer,
                Actor.agent(access.agent()),
                Acting.now(),
                access.agent(),
                "begin " + key,
                commands);
    }

    private static UUID begun(Written written) {
        var conversation = written.conversation();
        if (conversation == null) {
            throw new IllegalStateException("What was begun is nowhere");
        }
        return conversation;
    }
}
