package io.firth.suggestion.bank;

import io.firth.suggestion.approved.ApprovedQuestions.Approved;
import io.firth.suggestion.bank.Offered.Strength;
import io.firth.suggestion.embed.Embedded;
import io.firth.suggestion.past.PastQuestions.Read;
import io.firth.suggestion.rank.Past;
import io.firth.suggestion.rank.Ranker;
import io.firth.suggestion.rank.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answers of one account that may be offered, and which question asks for which. Immutable; takes seconds to make. */
final class Bank {

    /** How near the question must be to one that was asked before. */
    private static final float NEAR = 0.75f;

    private static final double FAIR = 0.25;
    private static final double STRONG = 0.60;

    /** What is not offered takes part in the ranking all the same: what asks for that asks for nothing else. */
    private static final String NOT_OFFERED = "";

    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, List<Embedded>> questions = new HashMap<>();
    private final List<CommonQuestion> common = new ArrayList<>();
    private final @Nullable Ranker ranker;

    /** @param approved by whom their questions were read too */
    Bank(List<Read> read, List<Approved> approved) {
        var past = new ArrayList<Past>();
        Map<UUID, Answer> left = new LinkedHashMap<>();
        approved.forEach(each -> left.put(each.id(), Answer.of(each)));
        for (var group : Groups.of(read)) {
            var found = Answer.of(group);
            var its = approvedOf(found, approved);
            its.ifPresent(each -> left.put(each.id(), found.approvedAs(each)));
            var key = its.map(each -> each.id().toString()).orElseGet(() -> add(found));
            for (var each : group) {
                learn(past, each.past().asked(), each.asked(), key);
            }
            if (its.isEmpty()) {
                common.add(CommonQuestion.of(found, group));
            }
        }
        left.values().forEach(this::add);
        for (var each : approved) {
            each.questions()
                    .forEach(question -> learn(
                            past,
                            question.words(),
                            question.embedded(),
                            each.id().toString()));
        }
        common.sort(Comparator.comparingInt(CommonQuestion::times).reversed());
        ranker = answers.isEmpty() ? null : new Ranker(past);
    }

    private static Optional<Approved> approvedOf(Answer found, List<Approved> approved) {
        return approved.stream()
                .filter(each -> each.origin() != null && found.names().contains(each.origin()))
                .findFirst();
    }

    /** @return by which the ranker knows it */
    private String add(Answer answer) {
        if (!answer.template().isShowable()) {
            return NOT_OFFERED;
        }
        var key = answer.id().toString();
        answers.put(key, answer);
        return key;
    }

    private void learn(List<Past> past, String words, Embedded embedded, String key) {
        if (!key.equals(NOT_OFFERED)) {
            questions.computeIfAbsent(key, none -> new ArrayList<>()).add(embedded);
        }
        embedded.chunks().forEach(chunk -> past.add(Past.of(words, chunk, key)));
    }

    boolean isEmpty() {
        return ranker == null;
    }

    /** What is asked again and again and nobody has approved an answer to, the most frequent first. */
    List<CommonQuestion> common() {
        return common;
    }

    /**
     * The likeliest first; none that is hardly likely.
     *
     * @param receptions by which answers that agents like come before those they do not
     */
    List<Offered> offers(Embedded asked, String words, int most, Map<UUID, Reception> receptions) {
        if (ranker == null || asked.isEmpty()) {
            return List.of();
        }
        var scores = new HashMap<String, Double>();
        for (var chunk : asked.chunks()) {
            ranker.rank(chunk, Words.of(words), 2 * most)
                    .forEach(candidate -> scores.merge(candidate.answer(), candidate.score(), Math::max));
        }
        return scores.entrySet().stream()
                .filter(each -> answers.containsKey(each.getKey()) && isNear(each.getKey(), asked))
                .map(each -> scored(each.getKey(), each.getValue(), receptions))
                .filter(each -> each.score() >= FAIR)
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(each -> each.answer()
                        .id()))
                .limit(most)
                .map(Scored::offered)
                .toList();
    }

    private record Scored(Answer answer, Reception reception, double score) {

        Offered offered() {
            var last = reception.lastUsed();
            var agents = Stream.concat(answer.agents().stream(), reception.agents().stream());
            return new Offered(
                    answer.id(),
                    answer.template(),
                    score >= STRONG ? Strength.STRONG : Strength.FAIR,
                    answer.times() + reception.unedited(),
                    (int) agents.distinct().count(),
                    last != null && last.isAfter(answer.lastAt()) ? last : answer.lastAt(),
                    reception.share(),
                    answer.conversations());
        }
    }

    private Scored scored(String key, double likely, Map<UUID, Reception> receptions) {
        var answer = Objects.requireNonNull(answers.get(key));
        var reception = answer.names().stream()
                .map(name -> receptions.getOrDefault(name, Reception.NONE))
                .reduce(Reception.NONE, Reception::and);
        return new Scored(answer, reception, likely * reception.weight());
    }

    private boolean isNear(String answer, Embedded asked) {
        return questions.getOrDefault(answer, List.of()).stream().anyMatch(known -> known.likeness(asked) >= NEAR);
    }
}
