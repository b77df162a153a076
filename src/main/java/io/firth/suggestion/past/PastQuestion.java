package io.firth.suggestion.past;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked once, and what answered it, without whose it was.
 *
 * @param question the {@code seq} of the turn's first message
 * @param reply the {@code seq} of the reply
 * @param agent null where that cannot be told
 * @param at when it was answered
 * @param asked redacted, as is {@code answer}
 */
public record PastQuestion(
        int question, int reply, @Nullable UUID agent, Instant at, String asked, String answer) {}
