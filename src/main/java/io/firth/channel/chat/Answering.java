package io.firth.channel.chat;

import io.firth.channel.Answers;
import io.firth.channel.Answers.Answer;
import io.firth.channel.chat.protocol.Frame;
import io.firth.channel.chat.protocol.Request;
import io.firth.conversation.NotFound;
import io.firth.conversation.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What visitors answer to a question that their panel shows. On the loop only. */
@Singleton
class Answering {

    private static final int LONGEST_TAG = 35;

    private final Answers answers;
    private final Visits visits;
    private final Loop loop;

    Answering(Answers answers, Visits visits, Loop loop) {
        this.answers = answers;
        this.visits = visits;
        this.loop = loop;
    }

    /** Its event tells the panel, and every other one of the visitor, that it is taken. */
    Uni<?> rate(Visit visit, Request.Rating rating) {
        var items = Objects.requireNonNullElse(rating.items(), Map.<String, Boolean>of());
        var language = Objects.requireNonNullElse(rating.language(), "");
        var tag = language.matches("[A-Za-z0-9-]{2,%d}".formatted(LONGEST_TAG)) ? language : "und";
        var answer = new Answer(rating.score(), rating.comment(), items, tag);
        return told(visit, rating.question(), conversation -> answers.take(conversation, rating.question(), answer));
    }

    Uni<?> reopen(Visit visit, Request.Reopening reopening) {
        return told(visit, reopening.question(), conversation -> answers.reopen(conversation, reopening.question()));
    }

    private interface Step {
        Uni<Void> in(UUID conversation);
    }

    /** Only what was asked in the conversation that the panel shows is theirs to answer. */
    private Uni<?> told(Visit visit, UUID question, Step step) {
        var conversation = visit.conversationId();
        if (conversation == null) {
            refuse(visit, question, "survey.unknown", "Nothing was asked here.");
            return Uni.createFrom().voidItem();
        }
        return step.in(conversation)
                .emitOn(loop)
                .onFailure(Refused.class)
                .invoke(failure ->
                        refuse(visit, question, ((Refused) failure).code(), String.valueOf(failure.getMessage())))
                .onFailure(NotFound.class)
                .invoke(failure -> refuse(visit, question, "survey.unknown", "Nothing was asked here."))
                .onFailure(failure -> failure instanceof Refused || failure instanceof NotFound)
                .recoverWithNull();
    }

    private void refuse(Visit visit, UUID question, String code, String words) {
        visits.tell(visit, new Frame.Refused(question, code, words, null));
    }
}
