package io.firth.inbox.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.firth.Desk;
import io.firth.conversation.Attachment;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Ids;
import io.firth.home.Files;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes along with a message: people, files, other messages. */
@QuarkusTest
class SendingTest {

    @Inject
    Files files;

    private SignedIn anna;
    private UUID conversation;

    @BeforeEach
    void open() {
        anna = SignedIn.as("Anna", Role.AGENT);
        conversation = Desk.opened("Where is my parcel?");
    }

    @Test
    void aReplyGoesToThoseWhoAreNamed() {
        reply(
                        "\"to\":[{\"value\":\"Bob@Elsewhere.example\",\"name\":\"Bob\"}],"
                                + "\"cc\":[{\"value\":\"cc@elsewhere.example\"}],\"bcc\":[{\"value\":\"bcc@elsewhere.example\"}]")
                .statusCode(201)
                .body("interactions[0].to.value", contains("bob@elsewhere.example"))
                .body("interactions[0].to.name", contains("Bob"))
                .body("interactions[0].cc.value", contains("cc@elsewhere.example"))
                .body("interactions[0].bcc.value", contains("bcc@elsewhere.example"));
    }

    @Test
    void whoIsOnlyCopiedIsCopiedOnTheAnswerToTheCustomer() {
        reply("\"cc\":[{\"value\":\"cc@elsewhere.example\"}],\"to\":[]")
                .statusCode(201)
                .body("interactions[0].to.value", contains("ada@customer.example"))
                .body("interactions[0].cc.value", contains("cc@elsewhere.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bob", "bob@", "@elsewhere.example", "bob@@x", "b b@x.example", "<bob@x.example>", "a@x,b@y"})
    void whatIsNoAddressIsRefused(String address) {
        reply("\"to\":[{\"value\":\"%s\"}]".formatted(address))
                .statusCode(422)
                .body("type", endsWith("/problems/recipient.malformed"));
    }

    @Test
    void filesGoAlong() {
        // Given
        var upload = upload("photo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3, 4});

        // When
        var sent = reply("\"attachments\":[\"%s\"]".formatted(upload));

        // Then
        sent.statusCode(201)
                .body("interactions[0].attachments.name", contains("photo.png"))
                .body("interactions[0].attachments.media_type", contains("image/png"));
        String url = sent.extract().path("interactions[0].attachments[0].url");
        assertThat(anna.request().get(url).asByteArray()).hasSize(12);
    }

    @Test
    void aFileThatIsNotThereIsRefusedAndNothingIsSent() {
        reply("\"attachments\":[\"%s\"]".formatted(Ids.next()))
                .statusCode(422)
                .body("type", endsWith("/problems/upload.unknown"));
        anna.request().get("/api/conversations/{id}", conversation).then().body("seq", equalTo(1));
    }

    @Test
    void aFileAloneIsAMessage() {
        var upload = upload("list.txt", "one".getBytes());

        anna.request()
                .body("{\"kind\":\"reply\",\"text\":\"\",\"base_seq\":1,\"attachments\":[\"%s\"]}".formatted(upload))
                .post("/api/conversations/{id}/messages", conversation)
                .then()
                .statusCode(201);
    }

    @Test
    void aNoteTakesFilesToo() {
        var upload = upload("list.txt", "one".getBytes());

        anna.request()
                .body("{\"kind\":\"note\",\"text\":\"See\",\"attachments\":[\"%s\"]}".formatted(upload))
                .post("/api/conversations/{id}/messages", conversation)
                .then()
                .statusCode(201)
                .body("interactions[0].attachments.name", contains("list.txt"));
    }

    @Test
    void theSameKeyWithAFileIsSentOnce() {
        var upload = upload("list.txt", "one".getBytes());
        var body = "{\"kind\":\"reply\",\"text\":\"x\",\"base_seq\":1,\"attachments\":[\"%s\"]}".formatted(upload);

        for (int i = 0; i < 2; i++) {
            anna.request()
                    .header("Idempotency-Key", "once " + conversation)
                    .body(body)
                    .post("/api/conversations/{id}/messages", conversation)
                    .then()
                    .statusCode(201)
                    .body("seq", equalTo(2));
        }
    }

    @Test
    void aMessageIsForwardedWithItsFiles() {
        // Given
        var stored = files.store("invoice".getBytes());
        var asked =
                Desk.openedWith(new Attachment("invoice.pdf", "application/pdf", stored.size(), stored.sha256(), null));

        // When
        var sent = anna.request()
                .body("""
                        {"kind":"reply","text":"Please have a look","base_seq":1,"forward":{"seq":1},
                         "to":[{"value":"bob@elsewhere.example"}]}""")
                .post("/api/conversations/{id}/messages", asked)
                .then();

        // Then
        sent.statusCode(201)
                .body("interactions[0].to.value", contains("bob@elsewhere.example"))
                .body("interactions[0].text", containsString("Please have a look\n\n---------- Forwarded message"))
                .body("interactions[0].text", containsString("From: Ada Lovelace <ada@customer.example>"))
                .body("interactions[0].text", containsString("Subject: Where is my parcel?"))
                .body("interactions[0].text", endsWith("\n\nSee the file"))
                .body("interactions[0].attachments.name", contains("invoice.pdf"));
    }

    @Test
    void aMessageIsForwardedAsItReadsNow() {
        Desk.does(anna.agent(), conversation, new Command.Edit(1, Content.of("Where is my other parcel?")));

        forward(1).statusCode(201).body("interactions[0].text", endsWith("Where is my other parcel?"));
    }

    @Test
    void whatWasTakenBackOrIsNoMessageIsNotForwarded() {
        Desk.does(anna.agent(), conversation, new Command.Remove(1));

        forward(1).statusCode(422).body("type", endsWith("/problems/message.removed"));
        forward(2).statusCode(404);
        forward(99).statusCode(404);
        reply("\"forward\":{\"seq\":1}").statusCode(422).body("type", endsWith("/problems/recipients.none"));
    }

    @Test
    void weBeginAConversation() {
        // When
        var begun = begin(Ids.next().toString(), """
                {"account":"%s","to":[{"value":"New@customer.example","name":"Nell"}],"subject":"Your order",
                 "text":"Dear Nell","html":"<p onclick=x>Dear Nell</p>","then":{"add_labels":["vip"]}}""".formatted(Desk.account()));

        // Then
        begun.statusCode(201)
                .body("subject", equalTo("Your order"))
                .body("contact.name", equalTo("Nell"))
                .body("contact.address", equalTo("new@customer.example"))
                .body("assignee.name", equalTo("Anna"))
                .body("labels", contains("vip"))
                .body("channel", equalTo("email"));
        anna.request()
                .get("/api/conversations/{id}", begun.extract().<String>path("id"))
                .then()
                .body("interactions[0].direction", equalTo("out"))
                .body("interactions[0].text", equalTo("Dear Nell"))
                .body("interactions[0].html", equalTo("<p>Dear Nell</p>"))
                .body("waiting_since", equalTo(null));
    }

    @Test
    void theSameKeyBeginsOne() {
        var key = "a key " + Ids.next();
        var body = "{\"account\":\"%s\",\"to\":[{\"value\":\"nell@customer.example\"}],\"text\":\"Hello\"}"
                .formatted(Desk.account());

        String first = begin(key, body).statusCode(201).extract().path("id");
        String second = begin(key, body).statusCode(201).extract().path("id");
        String other =
                begin(Ids.next().toString(), body).statusCode(201).extract().path("id");

        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void whatCannotBeBegunIsRefused() {
        var hello = "\"to\":[{\"value\":\"nell@customer.example\"}],\"text\":\"Hello\"";
        begin("a", "{\"account\":\"%s\",%s}".formatted(Ids.next(), hello)).statusCode(404);
        begin("b", "{\"account\":\"%s\",\"to\":[],\"text\":\"Hello\"}".formatted(Desk.account()))
                .statusCode(400);
        begin("c", "{\"account\":\"%s\",\"to\":[{\"value\":\"nell\"}],\"text\":\"Hello\"}".formatted(Desk.account()))
                .statusCode(422);
        begin(
                        "d",
                        "{\"account\":\"%s\",\"to\":[{\"value\":\"nell@customer.example\"}],\"text\":\" \"}"
                                .formatted(Desk.account()))
                .statusCode(422)
                .body("type", endsWith("/problems/message.empty"));
        begin("e", "{\"account\":\"%s\",\"subject\":\"a\\r\\nBcc: x\",%s}".formatted(Desk.account(), hello))
                .statusCode(400);
    }

    @Test
    void anAccountThatIsHiddenCannotBeBegunFrom() {
        // Given
        var team = SignedIn.team("Secret", true);
        SignedIn.run("insert into team_account (team, account) values ($1, $2)", Tuple.of(team, Desk.account()));
        try {
            // Then
            begin(
                            "x",
                            "{\"account\":\"%s\",\"to\":[{\"value\":\"nell@customer.example\"}],\"text\":\"Hello\"}"
                                    .formatted(Desk.account()))
                    .statusCode(404);
        } finally {
            SignedIn.run("delete from team_account where team = $1", Tuple.of(team));
        }
    }

    @Test
    void nobodyIsNamedAndItGoesToWhoeverBegan() {
        reply("\"cc\":[]")
                .statusCode(201)
                .body("interactions[0].to.value", contains("ada@customer.example"))
                .body("interactions[0].cc", empty())
                .body("interactions[0].bcc", empty())
                .body("interactions[0].text", not(containsString("Forwarded")));
    }

    private ValidatableResponse reply(String more) {
        return anna.request()
                .body("{\"kind\":\"reply\",\"text\":\"On its way\",\"base_seq\":1,%s}".formatted(more))
                .post("/api/conversations/{id}/messages", conversation)
                .then();
    }

    private ValidatableResponse forward(int seq) {
        return anna.request()
                .body("""
                        {"kind":"reply","text":"","base_seq":9,"forward":{"seq":%d},
                         "to":[{"value":"bob@elsewhere.example"}]}""".formatted(seq))
                .post("/api/conversations/{id}/messages", conversation)
                .then();
    }

    private ValidatableResponse begin(String key, String body) {
        return anna.request()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/conversations")
                .then();
    }

    private String upload(String name, byte[] bytes) {
        return RestAssured.given()
                .cookie("firth_session", anna.cookie())
                .contentType("application/octet-stream")
                .body(bytes)
                .post("/api/uploads?name={name}", name)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
