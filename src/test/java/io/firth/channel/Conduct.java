package io.firth.channel;

import io.firth.channel.Stage.Told;
import io.firth.conversation.Ids;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.arc.Arc;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What became of what arrived and of what was answered, as the house and its agents see it. */
final class Conduct {

    private Conduct() {}

    record Heard(UUID conversation, int seq, String text) {}

    /** What was understood of a story, in the order in which it happened. */
    static List<Heard> heard(UUID account, List<Told> story) {
        var heard = new ArrayList<Heard>();
        var rows = rows(
                "select c.id, i.seq, trim(i.body -> 'content' ->> 'text') from interaction i"
                        + " join conversation c on c.number = i.conversation"
                        + " where c.account = $1 and i.type = 'message'"
                        + " and trim(i.body -> 'content' ->> 'text') = any($2) order by i.position",
                Tuple.of(account, Told.texts(story).toArray(String[]::new)));
        rows.forEach(row -> heard.add(new Heard(row.getUUID(0), row.getInteger(1), row.getString(2))));
        return heard;
    }

    /** How many pieces of raw input are kept of an account. */
    static long raws(UUID account) {
        return rows("select count(*) from raw where account = $1", Tuple.of(account))
                .getFirst()
                .getLong(0);
    }

    /** The types of what happened in a conversation. */
    static List<String> types(UUID conversation) {
        return rows(
                        "select i.type from interaction i join conversation c on c.number = i.conversation"
                                + " where c.id = $1 order by i.seq",
                        Tuple.of(conversation))
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    static void answers(UUID conversation, String text) {
        reply(SignedIn.as(Role.SUPERVISOR), conversation, text).statusCode(201);
    }

    static ValidatableResponse reply(SignedIn agent, UUID conversation, String text) {
        int base = agent.request().get("/api/conversations/" + conversation).path("last_public_seq");
        return agent.request()
                .header("Idempotency-Key", Ids.next().toString())
                .body(Map.of("kind", "reply", "text", text, "base_seq", base))
                .post("/api/conversations/" + conversation + "/messages")
                .then();
    }

    static int limit(SignedIn agent, UUID account) {
        return agent.request().get("/api/channels").path("find { it.id == '" + account + "' }.limits.max_length");
    }

    static Map<String, Object> health(SignedIn agent, UUID account) {
        return agent.request().get("/api/channels").path("find { it.id == '" + account + "' }.health");
    }

    /** As after a node's death between the sending and its report: claimed, and the claim has run out. */
    static void forgetThatItWasSent(UUID conversation) {
        SignedIn.run(
                "update delivery set state = 'pending', claimed_until = now() - interval '1 second'"
                        + " where conversation = $1",
                Tuple.of(conversation));
    }

    /** The state of the one sending of a conversation. */
    static String sending(UUID conversation) {
        return rows("select state from delivery where conversation = $1", Tuple.of(conversation))
                .getFirst()
                .getString(0);
    }

    private static List<Row> rows(String sql, Tuple binds) {
        var rows = new ArrayList<Row>();
        Arc.container()
                .instance(Pool.class)
                .get()
                .preparedQuery(sql)
                .execute(binds)
                .await()
                .indefinitely()
                .forEach(rows::add);
        return rows;
    }
}
