package io.firth.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What arrived, byte for byte.
 *
 * @param from the transport's sender, empty where it names none
 * @param to the transport's recipients
 * @param sha256 the name of the file that holds the bytes; null where they stand in {@code bytes}
 * @param bytes the bytes themselves, null where a file holds them
 */
public record Raw(
        UUID id,
        UUID account,
        String channel,
        Instant at,
        String from,
        List<String> to,
        long size,
        @Nullable String sha256,
        byte @Nullable [] bytes) {}
