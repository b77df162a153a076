package io.firth.channel;

import io.firth.journal.Stages;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps adapters open for the accounts that take part, as they are set up now. */
@Singleton
class Connections {

    /** How soon a change on another node is noticed. */
    private static final long LOOK_MS = 5_000;

    private final Vertx vertx;
    private final Accounts accounts;
    private final List<Channel> channels;
    private final Map<UUID, Account> open = new HashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private long timer;
    private boolean stopped = true;

    Connections(Vertx vertx, Accounts accounts, @All List<Channel> channels) {
        this.vertx = vertx;
        this.accounts = accounts;
        this.channels = channels;
    }

    void start(@Observes @Priority(Stages.CHANNELS) StartupEvent event) {
        synchronized (this) {
            stopped = false;
        }
        follow();
        timer = vertx.setPeriodic(LOOK_MS, tick -> look());
    }

    synchronized void stop(@Observes @Priority(Stages.CHANNELS_STOP) ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(timer);
        open.values().forEach(this::close);
        open.clear();
    }

    /** Opens and closes what the accounts in memory ask for. */
    synchronized void follow() {
        if (stopped) {
            return;
        }
        var wanted = new HashMap<UUID, Account>();
        accounts.active().forEach(account -> wanted.put(account.id(), account));
        for (var account : List.copyOf(open.values())) {
            if (!wanted.containsKey(account.id())) {
                open.remove(account.id());
                close(account);
            }
        }
        for (var account : wanted.values()) {
            if (!account.equals(open.put(account.id(), account))) {
                channel(account).ifPresent(channel -> channel.open(account));
            }
        }
    }

    /** On a thread of its own, since the rows are read on a context of their own. */
    private void look() {
        if (looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("accounts").start(this::reload);
        }
    }

    private void reload() {
        try {
            VertxContextSupport.subscribeAndAwait(accounts::reload);
            follow();
        } catch (Throwable failure) {
            Log.warnf("Accounts are not read: %s", failure.getMessage());
        } finally {
            looking.set(false);
        }
    }

    private void close(Account account) {
        channel(account).ifPresent(channel -> channel.close(account.id()));
    }

    /** An account may have been made by a version that knew more channels. */
    private Optional<Channel> channel(Account account) {
        return channels.stream()
                .filter(channel -> channel.type() == account.type())
                .findFirst();
    }
}
