package io.firth.channel;

import io.firth.conversation.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What arrived, byte for byte, with what only the transport knew.
 *
 * @param id the same at every reading of the same input
 * @param account the account it arrived on
 * @param from the transport's sender (an envelope sender; empty for a bounce)
 * @param to the transport's recipients (envelope recipients)
 * @param at our receipt
 */
public record RawInput(
        UUID id, ChannelType type, UUID account, Instant at, String from, List<String> to, byte[] bytes) {

    /** Input that arrives for the first time. */
    public RawInput(ChannelType type, UUID account, Instant at, String from, List<String> to, byte[] bytes) {
        this(Ids.next(), type, account, at, from, to, bytes);
    }
}
