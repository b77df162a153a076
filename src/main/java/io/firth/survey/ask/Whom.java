package io.firth.survey.ask;

import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Category;
import io.firth.conversation.Conversation;
import io.firth.conversation.Entry;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Origin;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Whom to ask about what happened in a conversation, if anybody. */
record Whom(Conversation conversation, List<Entry> entries, boolean blocked, Predicate<Address> ours) {

    /** Addresses that a question reaches: a mailbox, and the panel of a chat. */
    private static final List<String> REACHED = List.of("email", "visitor");

    /** @param entries at least those from the customer's last messages to now, in order */
    Whom {
        entries = List.copyOf(entries);
    }

    sealed interface Verdict {

        record Ask(Address to) implements Verdict {}

        record Not(Withheld why) implements Verdict {}
    }

    /** @param resolution whether {@code occasion} is the {@code seq} of a resolution, which must stand */
    Verdict about(int occasion, boolean resolution) {
        return obstacle(occasion, resolution).<Verdict>map(Verdict.Not::new).orElseGet(this::addressed);
    }

    private Optional<Withheld> obstacle(int occasion, boolean resolution) {
        if (conversation.mergedInto() != null) {
            return Optional.of(Withheld.MERGED);
        }
        if (conversation.status().category() == Category.SPAM) {
            return Optional.of(Withheld.SPAM);
        }
        if (resolution && !stands(occasion)) {
            return Optional.of(Withheld.REOPENED);
        }
        if (blocked) {
            return Optional.of(Withheld.BLOCKED);
        }
        return machine();
    }

    private boolean stands(int occasion) {
        return conversation.status().category() == Category.RESOLVED
                && entries.stream()
                        .filter(entry -> entry.seq() > occasion)
                        .noneMatch(entry -> entry.interaction() instanceof Interaction.StatusChanged changed
                                && changed.status().category() != Category.RESOLVED);
    }

    /** A machine that writes last would be answered by the question, whoever wrote before. */
    private Optional<Withheld> machine() {
        var came =
                entries.stream().filter(entry -> isInbound(entry.interaction())).toList();
        if (came.isEmpty()) {
            return Optional.of(Withheld.NO_CUSTOMER);
        }
        var last = (Message) came.getLast().interaction();
        return switch (last.origin()) {
            case BOUNCE -> Optional.of(Withheld.BOUNCED);
            case AUTO_REPLY, BULK -> Optional.of(Withheld.MACHINE);
            case HUMAN, ECHO ->
                came.stream().anyMatch(entry -> asks(entry)) ? Optional.empty() : Optional.of(Withheld.NO_CUSTOMER);
        };
    }

    private static boolean isInbound(Interaction interaction) {
        return interaction instanceof Message message
                && message.direction() == Direction.IN
                && message.origin() != Origin.ECHO;
    }

    private static boolean asks(Entry entry) {
        return entry.actor().kind() == Actor.Kind.CUSTOMER
                && entry.interaction() instanceof Message message
                && message.asks();
    }

    /** Whoever began it, as a reply would go there. */
    private Verdict addressed() {
        var verified = conversation.parties().verified().stream()
                .filter(address -> REACHED.contains(address.kind()))
                .filter(address -> !ours.test(address))
                .findFirst();
        if (verified.isEmpty()) {
            var unknown = !conversation.parties().unverified().isEmpty();
            return new Verdict.Not(unknown ? Withheld.UNVERIFIED : Withheld.NO_ADDRESS);
        }
        return verified.get().isRead() ? new Verdict.Ask(verified.get()) : new Verdict.Not(Withheld.NO_ADDRESS);
    }

    /** Whether the question stands in the conversation. */
    boolean wasAsked(UUID question) {
        return entries.stream()
                .anyMatch(entry -> entry.interaction() instanceof Message message
                        && message.content()
                                .survey()
                                .filter(survey -> survey.id().equals(question))
                                .isPresent());
    }

    /** Whether this is the first answer of an agent, of those that are known. */
    static boolean isFirstAnswer(List<Entry> entries, int seq) {
        return entries.stream()
                .filter(entry -> entry.actor().kind() == Actor.Kind.AGENT
                        && entry.interaction() instanceof Message message
                        && message.answers(entry.actor()))
                .findFirst()
                .filter(first -> first.seq() == seq)
                .isPresent();
    }
}
