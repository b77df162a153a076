package io.firth.channel.email;

import io.firth.conversation.Origin;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The last stop against two machines that answer each other: who sends the same words, or machine mail, again and again
 * within an hour is a machine, whatever the header fields say. Its mail is kept and shown, and never answered by itself.
 */
@Singleton
class LoopGuard {

    static final int SAME_WORDS_AN_HOUR = 3;
    private static final int MOST_SENDERS = 10_000;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Map<String, Deque<Seen>> recent;

    @Inject
    LoopGuard() {
        this.recent = new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Deque<Seen>> eldest) {
                return size() > MOST_SENDERS;
            }
        };
    }

    private record Seen(String key, Instant at) {}

    /**
     * @param key the mail's own dedup key: the same mail coming again is not a second one
     * @param words what was written, folded parts left out
     */
    synchronized Origin judge(UUID account, String sender, String key, String words, Origin origin, Instant at) {
        if (origin != Origin.HUMAN) {
            return origin;
        }
        String what = Fingerprint.sha256(
                account + " " + sender + " " + String.join(" ", words.strip().split("\\s+")));
        Deque<Seen> seen = recent.computeIfAbsent(what, unseen -> new ArrayDeque<>());
        seen.removeIf(it -> it.at().isBefore(at.minus(HOUR)));
        if (seen.stream().noneMatch(it -> it.key().equals(key))) {
            seen.addLast(new Seen(key, at));
        }
        if (seen.size() > SAME_WORDS_AN_HOUR + 1) {
            seen.removeFirst();
        }
        return seen.size() > SAME_WORDS_AN_HOUR ? Origin.AUTO_REPLY : origin;
    }
}
