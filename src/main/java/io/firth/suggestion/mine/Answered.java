package io.firth.suggestion.mine;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asked in one turn, and the reply that answered it.
 *
 * @param question the {@code seq} of the turn's first message
 * @param reply the {@code seq} of the reply
 * @param at when it was answered
 * @param agent null where that cannot be told
 * @param asked the words of the whole turn, without quotes and signatures
 * @param answer the words of the reply, without quotes and signature
 */
record Answered(
        int question, int reply, Instant at, @Nullable UUID agent, String asked, String answer) {}
