package io.firth.channel.chat;

import io.firth.channel.chat.protocol.Frame;
import io.firth.channel.chat.visitor.Visitor;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Edited;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Interaction.Removed;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a visitor may know of what happened: what they wrote and what was written to them, and what became of that. Whatever else
 * a conversation holds, notes and letters to others among it, is passed over.
 */
@Singleton
class Sight {

    private final Journal journal;
    private final Events events;

    Sight(Journal journal, Events events) {
        this.journal = journal;
        this.events = events;
    }

    /** @param news of one conversation, in order; @param visitor with this conversation before them */
    Uni<List<Frame>> of(UUID conversation, List<Recorded> news, Visitor visitor) {
        var seen = seen(news, visitor);
        var known = news.stream().map(each -> each.entry().seq()).collect(Collectors.toSet());
        var asked = news.stream()
                .flatMapToInt(each -> changed(each.entry().interaction()).stream())
                .filter(message -> !known.contains(message))
                .boxed()
                .collect(Collectors.toSet());
        return asked.isEmpty()
                ? Uni.createFrom().item(() -> frames(news, seen, visitor))
                : Multi.createFrom()
                        .iterable(asked)
                        .onItem()
                        .transformToUniAndConcatenate(message -> journal.of(conversation, message - 1, 1))
                        .invoke(found -> seen.addAll(seen(found, visitor)))
                        .collect()
                        .last()
                        .map(all -> frames(news, seen, visitor));
    }

    private List<Frame> frames(List<Recorded> news, Set<Integer> seen, Visitor visitor) {
        return news.stream()
                .filter(each -> concerned(each).stream().allMatch(seen::contains))
                .flatMap(each -> events.of(each, visitor).stream())
                .toList();
    }

    /** The message that it is, or is about; empty where it is about none. */
    private static OptionalInt concerned(Recorded recorded) {
        return recorded.entry().interaction() instanceof Message
                ? OptionalInt.of(recorded.entry().seq())
                : changed(recorded.entry().interaction());
    }

    private static OptionalInt changed(Interaction interaction) {
        return switch (interaction) {
            case Edited(var message, var content) -> OptionalInt.of(message);
            case Removed(var message) -> OptionalInt.of(message);
            default -> OptionalInt.empty();
        };
    }

    private static Set<Integer> seen(List<Recorded> recorded, Visitor visitor) {
        return recorded.stream()
                .filter(each -> visitor.sees(each.entry().interaction()))
                .map(each -> each.entry().seq())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
