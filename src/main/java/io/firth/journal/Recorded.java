package io.firth.journal;

import io.firth.conversation.Entry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An interaction as the journal holds it.
 *
 * @param position its place among everything that ever happened here. Positions are in commit order, so whoever has read
 *     up to one will never find anything new below it; they are not dense
 * @param number the conversation's number
 * @param imported whether it happened in another system: then nothing is sent, asked or told because of it
 * @param storedAt when it was written here; null where it was before that was kept, and right after it was written
 */
public record Recorded(
        long position,
        UUID conversation,
        long number,
        Entry entry,
        boolean imported,
        @Nullable Instant storedAt) {}
