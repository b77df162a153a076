package io.firth.suggestion.mine;

import io.firth.conversation.Actor;
import io.firth.conversation.Category;
import io.firth.conversation.Entry;
import io.firth.conversation.Interaction.Edited;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Interaction.Rated;
import io.firth.conversation.Interaction.Removed;
import io.firth.conversation.Interaction.StatusChanged;
import io.firth.conversation.Interaction.SuggestionUsed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was answered in a conversation: the first reply of substance to each turn of the customer, of cycles that were resolved and
 * stayed so. What was corrected, taken back, rated low or reopened soon after is no answer; what was sent as it was suggested is none
 * of its own. Told in the order of the entries.
 */
final class Mining {

    private static final Duration SOON = Duration.ofDays(7);
    private static final int LONGEST_QUESTION = 4_000;

    private final List<Cycle> cycles = new ArrayList<>();
    private List<Answered> now = new ArrayList<>();
    private @Nullable Turn turn;
    private Category category = Category.OPEN;

    /** A cycle that was resolved. @param seq of the resolve */
    private record Cycle(int seq, Instant at, List<Answered> answered) {}

    /** @param isAnswered whether what follows can only correct the answer */
    private record Turn(int seq, String words, boolean isAnswered) {}

    private Mining() {}

    static List<Answered> in(List<Entry> told) {
        var mining = new Mining();
        told.forEach(mining::take);
        return mining.cycles.stream()
                .flatMap(cycle -> cycle.answered().stream())
                .toList();
    }

    private void take(Entry entry) {
        switch (entry.interaction()) {
            case Message message when message.asks() -> asked(entry, message);
            case Message message
            when message.answers(entry.actor()) && entry.actor().kind() == Actor.Kind.AGENT -> replied(entry, message);
            case StatusChanged changed -> changed(entry, changed.status().category());
            case Edited(var seq, var content) -> forget(seq);
            case Removed(var seq) -> forget(seq);
            case SuggestionUsed used when used.isUnedited() -> forget(used.message());
            case Rated rated when isLow(rated) -> forget(rated);
            default -> {}
        }
    }

    private void asked(Entry entry, Message message) {
        var words = message.content().text().strip();
        if (turn == null || turn.isAnswered()) {
            turn = new Turn(entry.seq(), cut(words), false);
        } else {
            turn = new Turn(turn.seq(), cut(turn.words() + "\n" + words), false);
        }
    }

    private static String cut(String words) {
        return words.length() <= LONGEST_QUESTION ? words : words.substring(0, LONGEST_QUESTION);
    }

    private void replied(Entry entry, Message message) {
        var words = message.content().text().strip();
        if (turn == null) {
            return;
        }
        if (turn.isAnswered()) {
            if (Substance.isCorrection(words)) {
                int its = turn.seq();
                now.removeIf(each -> each.question() == its);
            }
        } else if (!turn.words().isBlank() && Substance.isIn(words)) {
            now.add(new Answered(
                    turn.seq(), entry.seq(), entry.at(), entry.actor().id(), turn.words(), words));
            turn = new Turn(turn.seq(), turn.words(), true);
        }
    }

    private void changed(Entry entry, Category next) {
        if (next == Category.RESOLVED) {
            cycles.add(new Cycle(entry.seq(), entry.at(), now));
            now = new ArrayList<>();
            turn = null;
        } else if (next == Category.SPAM) {
            now.clear();
            turn = null;
        } else if (category == Category.RESOLVED && !cycles.isEmpty()) {
            reopened(entry.at());
        }
        category = next;
    }

    private void reopened(Instant at) {
        var last = cycles.getLast();
        if (!at.isAfter(last.at().plus(SOON))) {
            last.answered().clear();
        }
    }

    private void forget(int message) {
        now.removeIf(each -> each.question() == message || each.reply() == message);
        cycles.forEach(
                cycle -> cycle.answered().removeIf(each -> each.question() == message || each.reply() == message));
    }

    private void forget(Rated rated) {
        var resolution = rated.resolution();
        for (var cycle : cycles) {
            if (resolution == null ? cycle == cycles.getLast() : cycle.seq() == resolution) {
                cycle.answered().clear();
            }
        }
    }

    private static boolean isLow(Rated rated) {
        return rated.survey().equals("csat") && rated.score() <= (rated.scale().equals("thumbs") ? 0 : 2)
                || Boolean.FALSE.equals(rated.solved());
    }
}
