package io.firth.metrics.fact;

import io.firth.conversation.Interaction.Rated;
import io.firth.conversation.Part;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What a conversation's customer may be asked about, and was. Not for several threads; kept as its fields. */
final class Questions {

    private SortedMap<Integer, Ended> ended = new TreeMap<>();
    private SortedMap<UUID, Asked> asked = new TreeMap<>();

    /**
     * How it stood when it was resolved.
     *
     * @param cycle the {@code seq} of the beginning of the {@code n}th, 0 where none ended
     * @param flags bits of {@link Flag} that the resolved cycle has
     */
    record Ended(int cycle, int n, Dimensions dimensions, int flags) {}

    /** @param seq of the question, else of the answer that nobody here asked for */
    record Asked(int seq, Ended about) {}

    void resolved(int seq, Ended how) {
        ended.put(seq, how);
    }

    /** @return the {@code seq} of each question that was asked about a cycle */
    List<Integer> about(int cycle) {
        return asked.values().stream()
                .filter(question -> question.about().cycle() == cycle)
                .map(Asked::seq)
                .toList();
    }

    /** @param now how it stands, for what is asked about no resolution. @return what it is credited to */
    Asked ask(int seq, Part.Survey survey, Ended now) {
        var question = new Asked(seq, ended.getOrDefault(survey.occasion(), now));
        asked.put(survey.id(), question);
        return question;
    }

    boolean isKnown(Rated rated) {
        return rated.asked() != null && asked.containsKey(rated.asked());
    }

    /** What an answer is about: the question it answers, else the resolution that it names, else how it stands. */
    Asked about(Rated rated, int seq, Ended now) {
        var resolution = rated.resolution();
        var named = resolution == null ? now : ended.getOrDefault(resolution, now);
        var unasked = new Asked(seq, named);
        return rated.asked() == null ? unasked : asked.getOrDefault(rated.asked(), unasked);
    }
}
