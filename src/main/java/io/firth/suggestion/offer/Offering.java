package io.firth.suggestion.offer;

import io.firth.conversation.Actor;
import io.firth.conversation.Command;
import io.firth.conversation.Conversation;
import io.firth.conversation.Interaction.Offer;
import io.firth.customer.Contact;
import io.firth.customer.Contacts;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.journal.Work;
import io.firth.journal.Writer;
import io.firth.journal.Written;
import io.firth.staff.Access;
import io.firth.staff.Agent;
import io.firth.staff.Directory;
import io.firth.suggestion.bank.Bank;
import io.firth.suggestion.bank.Banks;
import io.firth.suggestion.embed.Embedder;
import io.firth.suggestion.embed.Lane;
import io.firth.suggestion.offer.Suggestions.Suggestion;
import io.firth.suggestion.redact.Known;
import io.firth.suggestion.redact.Template;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds the replies that agents gave to questions like the one that is open now. */
@Singleton
class Offering {

    private static final int MOST = 3;

    /** A turn that reaches farther back is not looked at as a whole. */
    private static final int BACK = 200;

    private final Journal journal;
    private final Writer writer;
    private final Contacts contacts;
    private final Directory directory;
    private final Banks banks;
    private final Embedder embedder;

    Offering(
            Journal journal,
            Writer writer,
            Contacts contacts,
            Directory directory,
            Banks banks,
            Embedder embedder) {
        this.journal = journal;
        this.writer = writer;
        this.contacts = contacts;
        this.directory = directory;
        this.banks = banks;
        this.embedder = embedder;
    }

    private record Found(Asked asked, List<Bank.Offered> offered) {}

    /** Fails with {@link io.firth.conversation.NotFound} where there is none or the caller may not see it. */
    Uni<Suggestions> of(UUID id, Access access) {
        return journal.conversation(id)
                .invoke(access::require)
                .chain(conversation -> asked(conversation)
                        .chain(asked -> asked.isEmpty()
                                ? Uni.createFrom().item(Suggestions.NONE)
                                : of(conversation, access, asked.getFirst())));
    }

    private Uni<List<Asked>> asked(Conversation conversation) {
        return journal.of(conversation.id(), Math.max(0, conversation.seq() - BACK), BACK)
                .map(told -> Asked.in(told.stream().map(Recorded::entry).toList()))
                .map(asked -> asked == null ? List.of() : List.of(asked));
    }

    private Uni<Suggestions> of(Conversation conversation, Access access, Asked asked) {
        return find(conversation, asked)
                .chain(found -> found.offered().isEmpty()
                        ? Uni.createFrom().item(Suggestions.NONE)
                        : note(conversation, access, found)
                                .chain(seq -> contacts.find(conversation.place().contact())
                                        .map(contact -> told(found, seq, filling(contact, access)))));
    }

    private Uni<Found> find(Conversation conversation, Asked asked) {
        return banks.of(conversation.place().account())
                .chain(bank -> bank.size() == 0
                        ? Uni.createFrom().item(new Found(asked, List.of()))
                        : embedder.embed(List.of(asked.words()), Lane.INTERACTIVE)
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .map(embedded ->
                                        new Found(asked, bank.offers(embedded.getFirst(), asked.words(), MOST))));
    }

    /** What is shown is noted once for each message of the customer, whoever looks first. */
    private Uni<Integer> note(Conversation conversation, Access access, Found found) {
        var offers = found.offered().stream()
                .map(each ->
                        new Offer(each.answer().id(), each.answer().template().text()))
                .toList();
        return writer.write(new Work.Carry(
                        conversation.id(),
                        Actor.agent(access.agent()),
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        conversation.id(),
                        "suggest " + found.asked().message(),
                        List.of(new Command.Suggest(found.asked().message(), offers))))
                .map(Written::firstSeq);
    }

    private static Suggestions told(Found found, int seq, Map<String, String> filling) {
        var items = found.offered().stream().map(each -> suggestion(each, filling)).toList();
        return new Suggestions(found.asked().message(), seq, items);
    }

    private static Suggestion suggestion(Bank.Offered offered, Map<String, String> filling) {
        var answer = offered.answer();
        var text = answer.template().fill(filling);
        return new Suggestion(
                answer.id(),
                text,
                Template.unfilled(text),
                offered.strength(),
                answer.times(),
                answer.agents(),
                answer.lastAt());
    }

    private Map<String, String> filling(Contact contact, Access access) {
        var me = directory.agent(access.agent()).map(Agent::name).map(List::of).orElse(List.of());
        var identities =
                contact.identities().stream().map(Contact.Identity::value).toList();
        return new Known(contact.name(), identities, me, List.of()).filling();
    }
}
