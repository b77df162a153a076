package io.firth.journal;

import io.firth.conversation.Address;
import io.firth.conversation.Command;
import io.firth.conversation.Conversation;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Inbound;
import io.firth.conversation.Inbound.News;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that a batch has to know before it decides, read under the lock. */
record Known(
        Map<AcceptedKey, AcceptedBefore> accepted,
        Map<ThreadKey, Spot> threads,
        List<Waiting> early,
        Map<UUID, Stored> conversations,
        Map<IdentityKey, Person> contacts,
        Map<Sending, DeliveryState> deliveries) {

    /** By which something is recognised that was accepted before. A blank key recognises nothing. */
    record AcceptedKey(UUID source, String key) {

        /** In whose name those keys stand that all accounts share. */
        private static final UUID EVERYBODY = new UUID(0, 0);

        static List<AcceptedKey> of(Inbound inbound) {
            return inbound.dedupKeys().stream()
                    .filter(key -> !key.isBlank())
                    .map(key -> new AcceptedKey(key.startsWith(Inbound.SHARED) ? EVERYBODY : inbound.account(), key))
                    .toList();
        }

        static List<AcceptedKey> of(Work.Order order) {
            var key = new AcceptedKey(order.source(), order.key());
            return order instanceof Work.Carry carry ? List.of(key, ofStopped(carry)) : List.of(key);
        }

        static AcceptedKey of(UUID source, Past past) {
            return new AcceptedKey(source, "line " + past.key());
        }

        /** By which a conversation of another system is known again. */
        static AcceptedKey ofConversation(UUID source, Past past) {
            return new AcceptedKey(source, "conversation " + past.conversation());
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

    record AcceptedBefore(UUID conversation, int firstSeq, int lastSeq) {

        static AcceptedBefore of(UUID conversation, Written written) {
            return new AcceptedBefore(conversation, written.firstSeq(), written.lastSeq());
        }

        Written again() {
            return new Written(conversation, firstSeq, lastSeq, true, List.of());
        }
    }

    record ThreadKey(UUID account, String key) {}

    /** @param seq null where only the conversation is known */
    record Spot(UUID conversation, @Nullable Integer seq) {

        int message() {
            return seq == null ? 0 : seq;
        }
    }

    /** News that came before its message. @param key by which it is kept */
    record Waiting(News news, String key, UUID raw) {}

    /** @param blocked whether nobody is to be bothered by them */
    record Person(UUID contact, boolean blocked) {}

    record IdentityKey(String kind, String value) {

        static IdentityKey of(Address address) {
            return new IdentityKey(address.kind(), address.value());
        }
    }

    record Sending(UUID conversation, int seq) {}

    /** @param number 0 until a new conversation gets one */
    record Stored(Conversation conversation, long number) {}
}
