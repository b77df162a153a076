package io.firth.conversation;

import io.firth.conversation.Interaction.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation stands between the customer and us.
 *
 * @param waitingSince the customer's first unanswered message; null while the customer does not wait for us
 * @param beganAt the first interaction
 * @param lastActivityAt the last message, note or change; the state of a sending and what Firth asks by itself are none
 * @param preview the beginning of the last message
 * @param previewBy who wrote that
 * @param previewSeq the {@code seq} of that message, 0 where there is none
 */
public record Turn(
        @Nullable Instant waitingSince,
        Instant beganAt,
        Instant lastActivityAt,
        String preview,
        Actor.Kind previewBy,
        int previewSeq) {

    private static final int PREVIEW_LENGTH = 160;

    static final Turn NONE = new Turn(null, Instant.EPOCH, Instant.EPOCH, "", Actor.Kind.SYSTEM, 0);

    Turn at(Entry entry) {
        var first = entry.seq() == 1 ? entry.at() : beganAt;
        var quiet = isQuiet(entry.interaction());
        return new Turn(waitingSince, first, quiet ? lastActivityAt : entry.at(), preview, previewBy, previewSeq);
    }

    /** What is no news of the conversation itself. */
    private static boolean isQuiet(Interaction interaction) {
        return switch (interaction) {
            case Interaction.Delivery delivery -> true;
            case Interaction.SendStopped stopped -> true;
            case Interaction.Suggested suggested -> true;
            case Interaction.SuggestionUsed used -> true;
            case Interaction.SuggestionDismissed dismissed -> true;
            default -> isQuestion(interaction);
        };
    }

    /** A question that was asked by itself is no news of the conversation. */
    private static boolean isQuestion(Interaction interaction) {
        return interaction instanceof Message message
                && message.content().survey().isPresent();
    }

    Turn with(Entry entry, Message message) {
        if (isQuestion(message)) {
            return this;
        }
        var words = preview(message.content());
        return new Turn(
                waitingAfter(entry, message),
                beganAt,
                lastActivityAt,
                words,
                entry.actor().kind(),
                entry.seq());
    }

    Turn closed() {
        return waiting(null);
    }

    /** Whom the bot leaves, or is taken from, waits for people from now on. */
    Turn handedOver(Instant at) {
        return waiting(at);
    }

    /** The customer of a conversation that was merged into this one may have waited longer. */
    Turn waitingAlsoSince(@Nullable Instant other) {
        var earlier = waitingSince == null || (other != null && other.isBefore(waitingSince)) ? other : waitingSince;
        return waiting(earlier);
    }

    /** A message reads differently now. */
    Turn edited(int message, Content content) {
        return message == previewSeq
                ? new Turn(waitingSince, beganAt, lastActivityAt, preview(content), previewBy, previewSeq)
                : this;
    }

    /** A message was taken back, so that lists no longer say what it said. */
    Turn removed(int message) {
        return message == previewSeq
                ? new Turn(waitingSince, beganAt, lastActivityAt, "", previewBy, previewSeq)
                : this;
    }

    private Turn waiting(@Nullable Instant since) {
        return new Turn(since, beganAt, lastActivityAt, preview, previewBy, previewSeq);
    }

    private @Nullable Instant waitingAfter(Entry entry, Message message) {
        if (message.answers(entry.actor())) {
            return null;
        }
        return message.asks() && waitingSince == null ? entry.at() : waitingSince;
    }

    private static String preview(Content content) {
        var words = content.text().isBlank() ? content.quoted() : content.text();
        var head = words.substring(0, Math.min(words.length(), 4 * PREVIEW_LENGTH));
        var line = head.strip().replaceAll("\\s+", " ");
        var end = Math.min(line.length(), PREVIEW_LENGTH);
        if (end > 0 && end < line.length() && Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end);
    }
}
