package io.firth.staff;

import static io.restassured.RestAssured.given;

import io.firth.conversation.Ids;
import io.quarkus.arc.Arc;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;

/** An agent with an open session, for tests that are about something else: no password, no waiting. */
public record SignedIn(UUID agent, String name, Role role, String cookie) {

    public static SignedIn as(Role role) {
        return as("Anna", role);
    }

    public static SignedIn as(String name, Role role) {
        var id = Ids.next();
        var token = Token.fresh("");
        run(
                "insert into agent (id, name, email, role, password, created_at) values ($1, $2, $3, $4, 'none', now())",
                Tuple.of(id, name, email(id), role.word()));
        run(
                "insert into session (token_hash, agent, created_at, used_at) values ($1, $2, now(), now())",
                Tuple.of(token.hash(), id));
        refresh();
        return new SignedIn(id, name, role, token.text());
    }

    public String email() {
        return email(agent);
    }

    /** A request with the session's cookie. */
    public RequestSpecification request() {
        return given().cookie("firth_session", cookie).contentType("application/json");
    }

    public SignedIn memberOf(UUID team) {
        run("insert into team_member (team, agent) values ($1, $2)", Tuple.of(team, agent));
        refresh();
        return this;
    }

    /** A new team. */
    public static UUID team(String name, boolean restricted) {
        var id = Ids.next();
        run("insert into team (id, name, restricted) values ($1, $2, $3)", Tuple.of(id, name + " " + id, restricted));
        refresh();
        return id;
    }

    /** Any statement, for what time or other nodes do. */
    public static void run(String sql, Tuple binds) {
        Arc.container()
                .instance(Pool.class)
                .get()
                .preparedQuery(sql)
                .execute(binds)
                .await()
                .indefinitely();
    }

    private static void refresh() {
        Arc.container().instance(Directory.class).get().refresh().await().indefinitely();
    }

    private static String email(UUID id) {
        return id + "@staff.test";
    }
}
