package io.firth.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firth.conversation.Address;
import io.firth.conversation.Inbound.Hint;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How the other system's threads are known. A conversation is one customer's: who else writes in the same thread has a
 * conversation of its own, related to the first, unless the first was written to them too.
 */
@Singleton
class ThreadKeys {

    private static final String PREFIX = "thread:";

    private static final String OF_CONVERSATION = """
        select key from thread_key where conversation = $1 and key like 'thread:%' order by key limit 1
        """;

    private final Pool pool;

    ThreadKeys(Pool pool) {
        this.pool = pool;
    }

    /** The most telling first. @param thread empty for the one conversation that a customer has without any */
    static List<String> of(String thread, Address customer) {
        var own = PREFIX + hash(customer) + ":" + thread;
        return thread.isEmpty() ? List.of(own) : List.of(own, PREFIX + ":" + thread);
    }

    static List<Hint> hints(List<String> keys) {
        return keys.stream().<Hint>map(Hint.Foreign::new).toList();
    }

    /** The thread that a conversation is to the other system; empty where it never named one. */
    Uni<Optional<String>> thread(UUID conversation) {
        return pool.preparedQuery(OF_CONVERSATION)
                .execute(Tuple.of(conversation))
                .map(rows -> rows.rowCount() == 0
                        ? Optional.empty()
                        : Optional.of(thread(rows.iterator().next().getString(0)))
                                .filter(thread -> !thread.isEmpty()));
    }

    private static String thread(String key) {
        return key.substring(key.indexOf(':', PREFIX.length()) + 1);
    }

    private static String hash(Address customer) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((customer.kind() + "\0" + customer.value()).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
