package io.firth.suggestion.bank;

import io.firth.suggestion.embed.Embedded;
import io.firth.suggestion.past.PastQuestions.Read;
import io.firth.suggestion.rank.Candidate;
import io.firth.suggestion.rank.Embedding;
import io.firth.suggestion.rank.Leaders;
import io.firth.suggestion.rank.Past;
import io.firth.suggestion.rank.Ranker;
import io.firth.suggestion.rank.Words;
import io.firth.suggestion.redact.Sample;
import io.firth.suggestion.redact.Template;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answers of one account that may be offered, and which question asks for which. Immutable; takes seconds to make. */
public final class Bank {

    /** From this cosine on, two questions ask the same, and two replies say it. */
    private static final double ASKS_THE_SAME = 0.80;

    private static final double SAYS_THE_SAME = 0.90;

    /** How near the question must be to one that was asked before. */
    private static final float NEAR = 0.75f;

    private static final double FAIR = 0.25;
    private static final double STRONG = 0.60;

    /** What is not offered takes part in the ranking all the same: what asks for that asks for nothing else. */
    private static final String NOT_OFFERED = "";

    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, List<Embedded>> questions = new HashMap<>();
    private final @Nullable Ranker ranker;
    private final int size;

    /** @param read the newest first */
    public Bank(List<Read> read) {
        size = read.size();
        var past = new ArrayList<Past>();
        for (var group : groups(read)) {
            var answer = answer(group);
            var key = answer.template().isShowable() ? answer.id().toString() : NOT_OFFERED;
            if (!key.equals(NOT_OFFERED)) {
                answers.put(key, answer);
                questions.put(key, group.stream().map(Read::asked).toList());
            }
            group.forEach(each -> each.asked()
                    .chunks()
                    .forEach(chunk -> past.add(Past.of(each.past().asked(), chunk, key))));
        }
        ranker = answers.isEmpty() ? null : new Ranker(past);
    }

    /** How sure it is that an answer fits. */
    public enum Strength {
        STRONG,
        FAIR
    }

    public record Offered(Answer answer, Strength strength) {}

    public int size() {
        return size;
    }

    /** At most so many, the likeliest first; none that is hardly likely. */
    public List<Offered> offers(Embedded asked, String words, int most) {
        if (ranker == null || asked.isEmpty()) {
            return List.of();
        }
        var best = new HashMap<String, Double>();
        for (var chunk : asked.chunks()) {
            ranker.rank(chunk, Words.of(words), most + 1)
                    .forEach(candidate -> best.merge(candidate.answer(), candidate.score(), Math::max));
        }
        return best.entrySet().stream()
                .filter(each -> each.getValue() >= FAIR && answers.containsKey(each.getKey()) && isNear(each.getKey(), asked))
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(each -> new Offered(
                        Objects.requireNonNull(answers.get(each.getKey())),
                        each.getValue() >= STRONG ? Strength.STRONG : Strength.FAIR))
                .toList();
    }

    private boolean isNear(String answer, Embedded asked) {
        return questions.getOrDefault(answer, List.of()).stream().anyMatch(known -> known.likeness(asked) >= NEAR);
    }

    private static List<List<Read>> groups(List<Read> read) {
        var oldestFirst = read.stream()
                .filter(each -> !each.asked().isEmpty() && !each.answer().isEmpty())
                .sorted(Comparator.comparing((Read each) -> each.past().at()))
                .toList();
        var groups = new ArrayList<List<Read>>();
        for (var asking : alike(oldestFirst, ASKS_THE_SAME, each -> each.asked().chunks().getFirst())) {
            groups.addAll(alike(asking, SAYS_THE_SAME, each -> each.answer().chunks().getFirst()));
        }
        return groups;
    }

    private static List<List<Read>> alike(
            List<Read> all, double likeness, java.util.function.Function<Read, Embedding> point) {
        var leaders = new Leaders(likeness);
        all.forEach(each -> leaders.add(point.apply(each)));
        var groupOf = leaders.groups();
        var groups = new LinkedHashMap<Integer, List<Read>>();
        for (int i = 0; i < groupOf.length; i++) {
            groups.computeIfAbsent(groupOf[i], none -> new ArrayList<>()).add(all.get(i));
        }
        return List.copyOf(groups.values());
    }

    private static Answer answer(List<Read> group) {
        var first = group.getFirst();
        var newestFirst = group.reversed();
        var template = Template.of(newestFirst.stream()
                .map(each -> new Sample(each.past().answer(), each.contact().toString()))
                .toList());
        var name = first.conversation() + " " + first.past().question();
        var agents = group.stream()
                .map(each -> each.past().agent())
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return new Answer(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                template,
                group.size(),
                (int) agents,
                newestFirst.getFirst().past().at());
    }
}
