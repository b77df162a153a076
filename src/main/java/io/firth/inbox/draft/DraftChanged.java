package io.firth.inbox.draft;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent has saved a draft, or has one no more.
 *
 * @param savedAt null where there is none any more
 */
public record DraftChanged(
        UUID agent, UUID conversation, @Nullable Instant savedAt) {}
