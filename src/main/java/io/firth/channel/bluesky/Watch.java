package io.firth.channel.bluesky;

import io.firth.channel.Vitals;
import io.firth.channel.bluesky.xrpc.Refusal;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Takes in for one account, on a thread of its own, until it is closed. */
final class Watch implements Runnable {

    /** How much further back than the last reading to look: clocks of phones go wrong by minutes … */
    private static final Duration A_WHILE = Duration.ofHours(1);

    /** … and servers that were cut off hand over days later. */
    private static final Duration LONG_AGO = Duration.ofDays(3);

    private static final Duration LOOK_LONG_AGO_EVERY = Duration.ofHours(1);

    /** After something came, more is expected for so long. */
    private static final Duration LIVELY = Duration.ofMinutes(10);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final UUID account;
    private final BlueskyConfig config;
    private final Vitals vitals;
    private final Notifications notifications;
    private final OwnPosts ownPosts;
    private final Recheck recheck;
    private final Schedule longAgo = new Schedule(LOOK_LONG_AGO_EVERY);
    private final Schedule own;
    private final Schedule posts;
    private volatile boolean closed;
    private volatile @Nullable Thread thread;
    private Instant lively = Instant.now();
    private int failures;

    Watch(Line line, BlueskyConfig config, Vitals vitals) {
        this.account = line.account().id();
        this.config = config;
        this.vitals = vitals;
        this.notifications = new Notifications(line);
        this.ownPosts = new OwnPosts(line);
        this.recheck = new Recheck(line);
        this.own = new Schedule(config.own());
        this.posts = new Schedule(config.recheck());
    }

    /** When something that comes round is due. */
    private static final class Schedule {

        private final Duration every;
        private Instant due = Instant.MIN;

        Schedule(Duration every) {
            this.every = every;
        }

        boolean isDue() {
            return !Instant.now().isBefore(due);
        }

        void done() {
            due = Instant.now().plus(every);
        }
    }

    void start() {
        thread = Thread.ofVirtual().name("bluesky-" + account).start(this);
    }

    void close() {
        closed = true;
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public void run() {
        while (!closed) {
            try {
                Thread.sleep(round());
            } catch (InterruptedException closing) {
                return;
            }
        }
    }

    /** @return how long to wait until the next */
    private Duration round() {
        try {
            look();
            failures = 0;
            vitals.alive(account);
            return Instant.now().isBefore(lively.plus(LIVELY)) ? config.look() : config.quiet();
        } catch (RuntimeException failure) {
            return closed ? Duration.ZERO : failed(failure);
        }
    }

    private void look() {
        boolean far = longAgo.isDue();
        notifications.read(far ? LONG_AGO : A_WHILE).ifPresent(this::received);
        if (far) {
            longAgo.done();
        }
        if (own.isDue()) {
            ownPosts.read();
            own.done();
        }
        if (posts.isDue()) {
            recheck.look();
            posts.done();
        }
    }

    private void received(Instant written) {
        lively = Instant.now();
        vitals.received(account, written);
    }

    private Duration failed(RuntimeException failure) {
        var words = String.valueOf(failure.getMessage());
        if (failures++ == 0) {
            Log.warnf("The Bluesky account %s cannot be looked after: %s", account, words);
        }
        vitals.failed(account, words);
        var pause = jittered(doubled());
        var named = failure instanceof Refusal refusal ? refusal.notBefore() : null;
        var until = named == null ? Duration.ZERO : Duration.between(Instant.now(), named);
        return until.compareTo(pause) > 0 ? until : pause;
    }

    private Duration doubled() {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** So that many accounts of one server do not come back together. */
    private static Duration jittered(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2 + 1));
    }
}
