package io.firth.channel.bluesky;

import static org.awaitility.Awaitility.await;

import io.firth.channel.ChannelContract;
import io.firth.channel.Stage;
import io.firth.channel.bluesky.Acquaintance.OnAServer;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Mentions read from a list, answers written as records under keys of our own. */
@QuarkusTest
class BlueskyContractTest implements ChannelContract {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private OnAServer bob;
    private SignedIn mara;
    private UUID account;
    private String beginning;
    private volatile String latest = "";

    @BeforeEach
    void connect() {
        bob = new OnAServer();
        mara = SignedIn.as(Role.ADMINISTRATOR);
        account = UUID.fromString(mara.request()
                .body(Map.of(
                        "channel",
                        "bluesky",
                        "name",
                        "Acme",
                        "settings",
                        Map.of("service", bob.service(), "handle", bob.ourHandle()),
                        "secrets",
                        Map.of("app_password", bob.ourPassword())))
                .post("/api/channels")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id"));
        beginning = await().atMost(SOON).until(this::cursor, text -> text != null);
    }

    @AfterEach
    void leave() {
        mara.request().delete("/api/channels/" + account);
        bob.close();
    }

    @Override
    public Stage stage() {
        return new OnTheList();
    }

    private String cursor() {
        var rows = pool.preparedQuery(
                        "select value from channel_cursor where account = $1 and folder = 'notifications'")
                .execute(Tuple.of(account))
                .await()
                .atMost(SOON);
        return rows.iterator().hasNext() ? rows.iterator().next().getString(0) : null;
    }

    private long raws() {
        return pool.preparedQuery("select count(*) from raw where account = $1")
                .execute(Tuple.of(account))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }

    private final class OnTheList implements Stage {

        @Override
        public UUID account() {
            return account;
        }

        @Override
        public void arrives(Told message) {
            synchronized (told) {
                if (told.add(message.key())) {
                    latest = bob.mentions(message.key(), message.by(), message.after(), message.text());
                } else if (latest.equals(cursor())) {
                    readAgain();
                }
            }
            awaitRead();
        }

        @Override
        public void arrivesUnknown() {
            latest = bob.mentionsStrangely(UUID.randomUUID().toString());
            awaitRead();
        }

        @Override
        public long seenOutside(String text) {
            return bob.sees(text);
        }

        /** As after a restore of an older state: everything is read once more from the beginning. */
        private void readAgain() {
            mara.request().post("/api/channels/" + account + "/pause").then().statusCode(204);
            SignedIn.run(
                    "update channel_cursor set value = $2 where account = $1 and folder = 'notifications'",
                    Tuple.of(account, beginning));
            mara.request().post("/api/channels/" + account + "/resume").then().statusCode(204);
        }

        private void awaitRead() {
            await().atMost(SOON).until(() -> latest.equals(cursor()) && raws() >= told.size());
        }
    }
}
