package io.firth.channel.email.mailbox;

import io.firth.conversation.Ids;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.arc.Arc;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The product as its people use it, with mailboxes on real servers. */
final class RealDesk {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final RealMailServers servers;
    private final SignedIn administrator = SignedIn.as("Ada", Role.ADMINISTRATOR);

    RealDesk(RealMailServers servers) {
        this.servers = servers;
    }

    /** An account whose mail comes by IMAP and goes by SMTP. @param more further settings, name and value in turn */
    UUID connected(String address, String... more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "address",
                address,
                "imap_host",
                "localhost",
                "imap_port",
                String.valueOf(servers.imap()),
                "imap_security",
                "starttls",
                "authorities",
                servers.authority().certificate(),
                "smtp_host",
                "127.0.0.1",
                "smtp_port",
                String.valueOf(servers.smtp()),
                "smtp_security",
                "none"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        var account = Map.of(
                "channel",
                "email",
                "name",
                "Acme",
                "settings",
                settings,
                "secrets",
                Map.of("imap_password", RealMailServers.PASSWORD));
        var id = administrator
                .request()
                .body(account)
                .post("/api/channels")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(String.valueOf(id));
    }

    /** Pauses or resumes. */
    void tells(UUID account, String what) {
        administrator
                .request()
                .post("/api/channels/" + account + "/" + what)
                .then()
                .statusCode(204);
    }

    void removes(UUID account) {
        administrator.request().delete("/api/channels/" + account).then().statusCode(204);
    }

    void replies(UUID conversation, String text) {
        long seq = number("select last_public_seq from conversation where id = $1", conversation);
        administrator
                .request()
                .header("Idempotency-Key", Ids.next().toString())
                .body(Map.of("kind", "reply", "text", text, "base_seq", seq))
                .post("/api/conversations/" + conversation + "/messages")
                .then()
                .statusCode(201);
    }

    /** The conversations of an account, the oldest first. */
    List<UUID> conversations(UUID account) {
        return rows("select id from conversation where account = $1 order by number", account).stream()
                .map(row -> row.getUUID(0))
                .toList();
    }

    /** What was said in a conversation: each message as {@code in human: its words}. */
    List<String> messages(UUID conversation) {
        return rows("""
            select i.body ->> 'direction', i.body ->> 'origin', i.body -> 'content' ->> 'text'
            from interaction i join conversation c on c.number = i.conversation
            where c.id = $1 and i.type = 'message' order by i.seq
            """, conversation).stream()
                .map(row -> "%s %s: %s"
                        .formatted(row.getString(0), row.getString(1), row.getString(2))
                        .strip())
                .toList();
    }

    /** The states of what was sent in a conversation, with what was said of them. */
    List<String> sendings(UUID conversation) {
        return rows("select state, detail from delivery where conversation = $1 order by seq", conversation).stream()
                .map(row -> row.getString(0) + ": " + row.getString(1))
                .toList();
    }

    /** Why a mail was set aside whose raw bytes hold these words, and those bytes; empty where none was. */
    String setAside(String words) {
        return quarantined(words).stream()
                .map(id -> rows("select reason from quarantine where raw = $1", id)
                                .getFirst()
                                .getString(0)
                        + "\n"
                        + administrator
                                .request()
                                .get("/api/quarantine/" + id + "/raw")
                                .asString())
                .findFirst()
                .orElse("");
    }

    /** Reads it again. @return the answer's status */
    int retries(String words) {
        return administrator
                .request()
                .post("/api/quarantine/" + quarantined(words).getFirst() + "/retry")
                .statusCode();
    }

    private List<UUID> quarantined(String words) {
        return rows("""
            select q.raw from quarantine q join raw r on r.id = q.raw
            where position(convert_to($1, 'UTF8') in r.bytes) > 0
            """, words).stream().map(row -> row.getUUID(0)).toList();
    }

    long number(String sql, Object... values) {
        return rows(sql, values).getFirst().getLong(0);
    }

    List<Row> rows(String sql, Object... values) {
        var found = Arc.container()
                .instance(Pool.class)
                .get()
                .preparedQuery(sql)
                .execute(Tuple.from(values))
                .await()
                .atMost(SOON);
        return StreamSupport.stream(found.spliterator(), false).toList();
    }
}
