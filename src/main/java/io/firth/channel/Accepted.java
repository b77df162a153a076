package io.firth.channel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is given only after the commit.
 *
 * @param conversation where it went; null where it was set aside in quarantine
 * @param repeated whether it had been accepted before, so that nothing changed
 */
public record Accepted(@Nullable UUID conversation, boolean repeated) {}
