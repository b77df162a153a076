package io.firth.suggestion.bank;

import io.firth.suggestion.past.PastQuestions.Read;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What several have asked and were told alike. For those who may read every conversation: it is redacted, but may tell of one customer
 * alone.
 *
 * @param answer by which it is known as the origin of an approved answer
 * @param questions some of them, the newest first
 * @param text the reply with slots for what differs
 * @param typical one that was sent
 * @param conversations the numbers of some, the last first
 */
public record CommonQuestion(
        UUID answer,
        List<String> questions,
        String text,
        String typical,
        int times,
        int customers,
        Instant lastAt,
        List<Long> conversations) {

    private static final int SOME = 5;

    public CommonQuestion {
        questions = List.copyOf(questions);
        conversations = List.copyOf(conversations);
    }

    static CommonQuestion of(Answer answer, List<Read> group) {
        var questions = group.reversed().stream()
                .map(each -> each.past().asked())
                .distinct()
                .limit(SOME)
                .toList();
        return new CommonQuestion(
                answer.id(),
                questions,
                answer.template().text(),
                answer.template().typical(),
                answer.times(),
                answer.template().customers(),
                answer.lastAt(),
                answer.conversations());
    }
}
