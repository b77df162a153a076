package io.firth.journal;

import io.firth.conversation.Address;
import io.firth.conversation.Command;
import io.firth.conversation.Conversation;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Inbound;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** All that a batch has to know before it decides, read under the lock. */
record Known(
        Map<AcceptedKey, AcceptedBefore> accepted,
        Map<ThreadKey, UUID> threads,
        Map<UUID, Stored> conversations,
        Map<IdentityKey, UUID> contacts,
        Map<Sending, DeliveryState> deliveries) {

    /** By which something is recognised that was accepted before. A blank key recognises nothing. */
    record AcceptedKey(UUID source, String key) {

        static List<AcceptedKey> of(Inbound inbound) {
            return inbound.dedupKeys().stream()
                    .filter(key -> !key.isBlank())
                    .map(key -> new AcceptedKey(inbound.account(), key))
                    .toList();
        }

        static List<AcceptedKey> of(Work.Carry carry) {
            return List.of(new AcceptedKey(carry.source(), carry.key()), ofStopped(carry));
        }

        /** What was stopped once on a base is stopped on it for ever; on another base the same order may pass. */
        static AcceptedKey ofStopped(Work.Carry carry) {
            var bases = carry.commands().stream()
                    .filter(Command.Reply.class::isInstance)
                    .map(command -> String.valueOf(((Command.Reply) command).baseSeq()))
                    .collect(Collectors.joining(" "));
            return new AcceptedKey(carry.source(), carry.key() + " stopped at " + bases);
        }
    }

    record AcceptedBefore(UUID conversation, int firstSeq, int lastSeq) {}

    record ThreadKey(UUID account, String key) {}

    record IdentityKey(String kind, String value) {

        static IdentityKey of(Address address) {
            return new IdentityKey(address.kind(), address.value());
        }
    }

    record Sending(UUID conversation, int seq) {}

    /** @param number 0 until a new conversation gets one */
    record Stored(Conversation conversation, long number) {}
}
