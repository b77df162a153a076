package io.firth.suggestion.offer;

import io.firth.conversation.Actor;
import io.firth.conversation.Command;
import io.firth.conversation.Conversation;
import io.firth.conversation.Interaction.Offer;
import io.firth.conversation.Interaction.Suggested;
import io.firth.conversation.Interaction.SuggestionDismissed;
import io.firth.conversation.Refused;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.journal.Work;
import io.firth.journal.Writer;
import io.firth.journal.Written;
import io.firth.staff.Access;
import io.firth.suggestion.bank.Banks;
import io.firth.suggestion.bank.Offered;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Offers the replies that agents gave to questions like the one that waits, and notes that they were shown. */
@Singleton
class Offering {

    private static final int MOST = 3;

    /** A turn that reaches farther back is not looked at as a whole. */
    private static final int BACK = 200;

    private final Journal journal;
    private final Writer writer;
    private final Banks banks;
    private final Filling filling;

    Offering(Journal journal, Writer writer, Banks banks, Filling filling) {
        this.journal = journal;
        this.writer = writer;
        this.banks = banks;
        this.filling = filling;
    }

    /** Fails with {@link io.firth.conversation.NotFound} where there is none or the caller may not see it. */
    Uni<Suggestions> offer(UUID id, Access access) {
        return journal.conversation(id).invoke(access::require).chain(conversation -> asked(conversation)
                .chain(asked -> asked.map(its -> offer(conversation, access, its))
                        .orElse(Uni.createFrom().item(Suggestions.NONE))));
    }

    private Uni<Optional<Asked>> asked(Conversation conversation) {
        return journal.of(conversation.id(), Math.max(0, conversation.seq() - BACK), BACK)
                .map(told -> Asked.in(told.stream().map(Recorded::entry).toList()));
    }

    private Uni<Suggestions> offer(Conversation conversation, Access access, Asked asked) {
        return banks.offers(conversation.place().account(), asked.words(), MOST)
                .chain(offered -> offered.isEmpty()
                        ? Uni.createFrom().item(Suggestions.NONE)
                        : note(conversation, access, asked, offered)
                                .chain(noted -> shown(conversation, access, asked, noted)));
    }

    private Uni<Suggestions> shown(Conversation conversation, Access access, Asked asked, Noted noted) {
        return noted.offered().isEmpty()
                ? Uni.createFrom().item(Suggestions.NONE)
                : filling.of(conversation, access, noted.offered())
                        .map(items -> new Suggestions(asked.message(), noted.seq(), items));
    }

    /** What is shown. @param seq of the {@link Suggested} */
    private record Noted(int seq, List<Offered> offered) {}

    /** What is shown is noted once for each message of the customer, whoever looks first; nothing is shown where more was said meanwhile. */
    private Uni<Noted> note(Conversation conversation, Access access, Asked asked, List<Offered> offered) {
        var offers = offered.stream()
                .map(each -> new Offer(each.answer(), each.template().text()))
                .toList();
        return writer.write(new Work.Carry(
                        conversation.id(),
                        Actor.agent(access.agent()),
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        conversation.id(),
                        "suggest " + asked.message(),
                        List.of(new Command.Suggest(asked.message(), offers))))
                .chain(written -> written.repeated()
                        ? again(conversation, written, offered)
                        : Uni.createFrom()
                                .item(new Noted(
                                        written.firstSeq(), written.recorded().isEmpty() ? List.of() : offered)));
    }

    /** Who looks later sees what the first one saw, but for what was dismissed. */
    private Uni<Noted> again(Conversation conversation, Written written, List<Offered> offered) {
        return journal.of(conversation.id(), written.firstSeq() - 1, BACK)
                .map(told -> open(told, written.firstSeq()))
                .map(open -> new Noted(
                        written.firstSeq(),
                        offered.stream()
                                .filter(each -> open.contains(each.answer()))
                                .toList()));
    }

    private static Set<UUID> open(List<Recorded> told, int seq) {
        var open = new HashSet<UUID>();
        for (var recorded : told) {
            if (recorded.entry().seq() == seq && recorded.entry().interaction() instanceof Suggested suggested) {
                suggested.offers().forEach(offer -> open.add(offer.answer()));
            } else if (recorded.entry().interaction() instanceof SuggestionDismissed(var suggested, var answer)
                    && suggested == seq) {
                open.remove(answer);
            }
        }
        return open;
    }

    /**
     * Notes that what was offered does not help. Fails with {@link io.firth.conversation.NotFound} as {@link #offer} does, and with
     * {@link io.firth.conversation.Refused} for what was not offered.
     */
    Uni<Void> dismiss(UUID id, Access access, SuggestionDismissed dismissed) {
        return journal.conversation(id)
                .invoke(access::require)
                .chain(conversation -> journal.of(id, dismissed.suggested() - 1, 1))
                .invoke(told -> requireOffered(told, dismissed))
                .chain(told -> writer.write(new Work.Carry(
                        id,
                        Actor.agent(access.agent()),
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        id,
                        "dismiss " + dismissed.suggested() + " " + dismissed.answer(),
                        List.of(new Command.DismissSuggestion(dismissed)))))
                .replaceWithVoid();
    }

    private static void requireOffered(List<Recorded> told, SuggestionDismissed dismissed) {
        var offered = told.stream().anyMatch(recorded -> open(List.of(recorded), dismissed.suggested())
                .contains(dismissed.answer()));
        if (!offered) {
            throw new Refused("suggestion.not_offered", "This was not offered in this conversation.");
        }
    }
}
