package io.firth;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.firth.TappedLine.Lost;
import io.firth.channel.chat.Panel;
import io.firth.channel.chat.Shop;
import io.firth.journal.Refold;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The product is killed while it fetches mail and while it sends one, and its database is away while others call. */
class ChannelFaultsIT {

    private static final int MAILS = 300;
    private static final int KILLS = 4;
    private static final String HELP = "help@acme.test";
    private static final String ADA = "ada@customer.example";

    private final long seed = Long.getLong("firth.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final GreenMail servers = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    private TappedLine imap;
    private TappedLine smtp;
    private Packaged firth;
    private Administrator administrator;

    @BeforeEach
    void start() {
        System.out.println("ChannelFaultsIT: -Dfirth.seed=" + seed);
        servers.start();
        servers.setUser(HELP, HELP, "secret");
        imap = new TappedLine(servers.getImap().getPort());
        smtp = new TappedLine(servers.getSmtp().getPort());
        firth = Packaged.in("channel-faults")
                .with("FIRTH_CHAT_DEPARTED_LOOK", "200ms")
                .with("FIRTH_CHAT_DEPARTED_CLAIM", "6s")
                .with("FIRTH_JOURNAL_PATIENCE", "6s")
                .start();
        administrator = new Administrator(firth);
    }

    @AfterEach
    void stop() {
        firth.close();
        imap.close();
        smtp.close();
        servers.stop();
    }

    @Test
    void everyMailOfAMailboxIsThereOnceHoweverOftenTheFetchIsKilled() {
        // Given
        var mails = IntStream.range(0, MAILS).mapToObj(ChannelFaultsIT::mark).toList();
        mails.forEach(this::arrives);

        // When
        var met = fetch();
        connect();
        for (int i = 0; i < KILLS; i++) {
            TappedLine.await(met);
            firth.kill();
            met = fetch();
            firth.start();
        }

        // Then
        try (var database = PackagedDatabase.of(firth)) {
            await().atMost(1, MINUTES)
                    .untilAsserted(() -> assertThat(texts(database, "message")).hasSizeGreaterThanOrEqualTo(MAILS));
            assertThat(texts(database, "message")).containsExactlyInAnyOrderElementsOf(mails);
            assertThat(texts(database, "note")).isEmpty();
            assertThat(Refold.differences(database.pool())).isEmpty();
        }
    }

    @Test
    void whatAVisitorHasNotSeenIsMailedOnceAndWhatMayHaveGoneIsSaid() {
        // Given
        connect();
        var conversation = visited();

        // When
        var unsent = smtp.stopAt(Lost.WORD, "DATA"::equals);
        reply(conversation, "Killed before the relay had it");
        TappedLine.await(unsent);
        firth.kill();
        firth.start();
        await().atMost(1, MINUTES).untilAsserted(() -> assertThat(notes(conversation))
                .singleElement()
                .asString()
                .startsWith("Sent on to " + ADA));
        var unanswered = smtp.stopAt(Lost.ANSWER, "."::equals);
        reply(conversation, "Killed after the relay had it");
        TappedLine.await(unanswered);
        firth.kill();
        firth.start();

        // Then
        await().atMost(1, MINUTES).untilAsserted(() -> assertThat(notes(conversation))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("It may have been"));
        await().during(2, SECONDS).atMost(1, MINUTES).untilAsserted(() -> assertThat(sent())
                .containsExactly("Killed before the relay had it", "Killed after the relay had it"));
    }

    @Test
    void whatCannotBeKeptIsAskedForAgainAndThereOnceThen() {
        // Given
        var settings = Map.of("url", "https://shop.example/callback");
        var shop = administrator.adds("webhook", settings, Map.of("secret", Shop.SECRET));
        calls(shop, "before").statusCode(200);

        // When
        try (var database = PackagedDatabase.of(firth)) {
            PackagedDatabase.halt(firth, true);
            try {
                calls(shop, "meanwhile")
                        .statusCode(503)
                        .header("Retry-After", "5")
                        .body("type", endsWith("/problems/webhook.later"));
            } finally {
                PackagedDatabase.halt(firth, false);
            }
            await().atMost(1, MINUTES)
                    .until(() -> calls(shop, "meanwhile").extract().statusCode() == 200);

            // Then
            calls(shop, "after").statusCode(200);
            calls(shop, "meanwhile").statusCode(200).body("repeated", equalTo(true));
            assertThat(texts(database, "message")).containsExactlyInAnyOrder("before", "meanwhile", "after");
        }
    }

    /** Sends a message, the same whenever it has the same text. */
    private ValidatableResponse calls(String shop, String text) {
        var body = """
            {"type": "message", "id": "%s", "author": {"id": "u-1"}, "text": "%s"}""".formatted(text, text);
        var time = Long.toString(Instant.now().getEpochSecond());
        return administrator
                .anybody()
                .header("Firth-Timestamp", time)
                .header("Firth-Signature", "v1=" + Outside.signature(Shop.SECRET, time + "." + body))
                .body(body)
                .post("/hooks/" + shop)
                .then();
    }

    /** Somewhere in the middle of what is fetched next. */
    private CompletableFuture<Void> fetch() {
        var countdown = new int[] {1 + random.nextInt(MAILS / (KILLS + 2))};
        var lost = Lost.values()[random.nextInt(3)];
        return imap.stopAt(lost, line -> line.contains("BODY.PEEK") && --countdown[0] == 0);
    }

    private void arrives(String text) {
        var session = servers.getSmtp().getServerSetup();
        MimeMessage mail = GreenMailUtil.createTextEmail(HELP, text + "@customer.test", "A question", text, session);
        servers.getUserManager().getUserByEmail(HELP).deliver(mail);
    }

    private static String mark(int mail) {
        return "mark-" + mail + "-end";
    }

    private static List<String> texts(PackagedDatabase database, String type) {
        var texts = new ArrayList<String>();
        database.pool()
                .preparedQuery("select body -> 'content' ->> 'text' from interaction where type = $1")
                .execute(Tuple.of(type))
                .await()
                .indefinitely()
                .forEach(row -> texts.add(row.getString(0).strip()));
        return texts;
    }

    private void connect() {
        var settings = new HashMap<>(Map.of("address", HELP, "imap_user", HELP));
        for (var line : Map.of("imap", imap, "smtp", smtp).entrySet()) {
            settings.put(line.getKey() + "_host", "127.0.0.1");
            settings.put(line.getKey() + "_port", String.valueOf(line.getValue().port()));
            settings.put(line.getKey() + "_security", "none");
        }
        administrator.adds("email", settings, Map.of("imap_password", "secret"));
    }

    /** Somebody whom the shop has proved writes, and leaves. */
    private UUID visited() {
        var settings = Map.of("origins", Shop.ORIGIN, "grace_minutes", "0");
        var shop =
                new Shop(UUID.fromString(administrator.adds("chat", settings, Map.of("identity_secret", Shop.SECRET))));
        int before = RestAssured.port;
        RestAssured.port = firth.url().getPort();
        try (var panel = Panel.open(shop, Map.of("identity", shop.signed("ada")))) {
            panel.writes("Where is it?");
            return panel.conversation();
        } finally {
            RestAssured.port = before;
        }
    }

    private void reply(UUID conversation, String text) {
        int seq = administrator
                .request()
                .get("/api/conversations/" + conversation)
                .then()
                .statusCode(200)
                .extract()
                .path("seq");
        administrator
                .request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("kind", "reply", "text", text, "base_seq", seq))
                .post("/api/conversations/" + conversation + "/messages")
                .then()
                .statusCode(201);
    }

    private List<String> notes(UUID conversation) {
        return administrator
                .request()
                .get("/api/conversations/" + conversation)
                .then()
                .statusCode(200)
                .extract()
                .path("interactions.findAll { it.type == 'note' }.text");
    }

    private List<String> sent() {
        return Arrays.stream(servers.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getHeaders(mail).contains(ADA))
                .map(mail -> GreenMailUtil.getBody(mail).strip())
                .toList();
    }
}
