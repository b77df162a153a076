package io.firth.journal;

import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgPool;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.Map;

/** A writer of its own beside the product's, as on another node: with its own connections to the same database. */
final class Desk implements AutoCloseable {

    static final String NAME = "desk";

    private final Pool pool;
    private final Doorbell doorbell;
    private final Writer writer;

    Desk(Vertx vertx, PgConnectOptions database, JournalConfig config) {
        var named = new PgConnectOptions(database).setProperties(Map.of("application_name", NAME));
        var options = new PoolOptions().setMaxSize(2);
        this.pool = PgPool.pool(new io.vertx.mutiny.core.Vertx(vertx), named, options);
        this.doorbell = new Doorbell(new io.vertx.mutiny.core.Vertx(vertx), config);
        this.writer = new Writer(vertx, pool, config, doorbell);
    }

    Desk open() {
        writer.start(null);
        return this;
    }

    Writer writer() {
        return writer;
    }

    void stop() {
        writer.stop(null);
    }

    @Override
    public void close() {
        pool.closeAndAwait();
    }

    /** The database of the product under test. */
    static PgConnectOptions database(String url, String user, String password) {
        return PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                .setUser(user)
                .setPassword(password)
                .setReconnectAttempts(20)
                .setReconnectInterval(50);
    }

    static JournalConfig config(int queue) {
        return new JournalConfig() {
            @Override
            public int queue() {
                return queue;
            }

            @Override
            public int batch() {
                return 256;
            }

            @Override
            public Duration patience() {
                return Duration.ofSeconds(20);
            }

            @Override
            public Duration look() {
                return Duration.ofMillis(250);
            }
        };
    }
}
