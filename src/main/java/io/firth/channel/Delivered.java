package io.firth.channel;

import io.firth.conversation.DeliveryState;
import org.jspecify.annotations.Nullable;

/**
 * How a delivery ended well.
 *
 * @param state {@code ACCEPTED}, or {@code CAPTURED} where no way out is configured
 * @param externalId the other side's own id of the message
 * @param detail the other side's words, for the agent
 */
public record Delivered(
        DeliveryState state, String externalId, @Nullable String detail) {}
