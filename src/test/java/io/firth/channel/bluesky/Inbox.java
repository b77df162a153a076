package io.firth.channel.bluesky;

import static org.awaitility.Awaitility.await;

import io.firth.conversation.Ids;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Message;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.arc.Arc;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An account of the network, connected to Firth, and an agent who answers there. */
record Inbox(UUID account, SignedIn agent, Person owner) {

    static final Duration SOON = Duration.ofSeconds(60);

    static Inbox connect(String service, Person owner) {
        var administrator = SignedIn.as(Role.ADMINISTRATOR);
        var id = administrator
                .request()
                .body(settings(service, owner))
                .post("/api/channels")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return new Inbox(UUID.fromString(id), SignedIn.as(Role.AGENT), owner);
    }

    static Map<String, Object> settings(String service, Person owner) {
        return Map.of(
                "channel",
                "bluesky",
                "name",
                "Acme on Bluesky",
                "settings",
                Map.of("service", service, "handle", owner.handle()),
                "secrets",
                Map.of("app_password", owner.password()));
    }

    /** In the order in which they began, once there are so many. */
    List<UUID> conversations(int many) {
        return await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(this::conversations, ids -> ids.size() == many);
    }

    List<UUID> conversations() {
        var ids = new ArrayList<UUID>();
        rows("select id from conversation where account = $1 order by number", Tuple.of(account))
                .forEach(row -> ids.add(row.getUUID(0)));
        return ids;
    }

    <T extends Interaction> List<T> all(UUID conversation, Class<T> type) {
        return journal().of(conversation, 0, 200).await().atMost(SOON).stream()
                .map(Recorded::entry)
                .map(entry -> entry.interaction())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    <T extends Interaction> List<T> all(UUID conversation, Class<T> type, int many) {
        return await().atMost(SOON).until(() -> all(conversation, type), found -> found.size() == many);
    }

    Message message(UUID conversation, int which) {
        return all(conversation, Message.class, which).getLast();
    }

    ValidatableResponse replies(UUID conversation, String text) {
        int seen = journal().conversation(conversation).await().atMost(SOON).seq();
        return agent.request()
                .header("Idempotency-Key", Ids.next().toString())
                .body(Map.of("kind", "reply", "text", text, "base_seq", seen))
                .post("/api/conversations/{id}/messages", conversation)
                .then();
    }

    /** How the sending of the last reply stands. */
    String delivery(UUID conversation) {
        var rows = rows(
                "select state || coalesce(': ' || detail, '') from delivery where conversation = $1 order by seq desc"
                        + " limit 1",
                Tuple.of(conversation));
        return rows.iterator().hasNext() ? rows.iterator().next().getString(0) : "";
    }

    void isDelivered(UUID conversation) {
        await().atMost(SOON).until(() -> delivery(conversation), "accepted"::equals);
    }

    private static Journal journal() {
        return Arc.container().instance(Journal.class).get();
    }

    private static Iterable<io.vertx.mutiny.sqlclient.Row> rows(String sql, Tuple binds) {
        return Arc.container()
                .instance(Pool.class)
                .get()
                .preparedQuery(sql)
                .execute(binds)
                .await()
                .atMost(SOON);
    }
}
