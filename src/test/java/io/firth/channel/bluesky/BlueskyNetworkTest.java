package io.firth.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firth.channel.bluesky.Person.Written;
import io.firth.conversation.Interaction.Edited;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Interaction.Removed;
import io.firth.conversation.Origin;
import io.firth.conversation.Part;
import io.firth.conversation.Trust;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the real network: nothing on its side was written here. */
@QuarkusTest
class BlueskyNetworkTest {

    private LocalNetwork network;
    private Person acme;
    private Person bob;
    private Inbox inbox;

    @BeforeEach
    void join() {
        var installed = LocalNetwork.start();
        assumeTrue(installed.isPresent(), LocalNetwork.MISSING);
        network = installed.get();
        acme = network.join("acme");
        bob = network.join("bob");
        inbox = Inbox.connect(network.service(), acme);
    }

    @AfterEach
    void leave() {
        if (inbox != null) {
            SignedIn.as(Role.ADMINISTRATOR).request().delete("/api/channels/" + inbox.account());
        }
    }

    @Test
    void aMentionComesInAndIsAnsweredWhereItStands() {
        // Given
        bob.isCalled("Bob");

        // When
        var began = Instant.now();
        var mention = bob.mentions(acme, "my order is late 📦");
        var conversation = inbox.conversations(1).getFirst();
        System.out.printf("A mention stood in the inbox after %d ms%n", began.until(Instant.now(), ChronoUnit.MILLIS));

        // Then
        var message = inbox.message(conversation, 1);
        assertThat(message.content().text()).isEqualTo("@" + acme.handle() + " my order is late 📦");
        assertThat(message.content().html()).contains("https://bsky.app/profile/");
        assertThat(message.from().kind()).isEqualTo("did");
        assertThat(message.from().value()).isEqualTo(bob.did());
        assertThat(message.from().name()).endsWith("(@" + bob.handle() + ")");
        assertThat(message.trust()).isEqualTo(Trust.PROVEN);
        assertThat(message.externalId()).isEqualTo(mention.uri());

        // When
        var sent = Instant.now();
        inbox.replies(conversation, "Sorry, @" + bob.handle() + "! See https://acme.example/orders.")
                .statusCode(201);
        var answers = await().atMost(Inbox.SOON).until(() -> bob.answersTo(mention.uri()), found -> found.size() == 1);
        System.out.printf("The customer saw the answer after %d ms%n", sent.until(Instant.now(), ChronoUnit.MILLIS));

        // Then
        var answer = answers.getFirst();
        assertThat(answer.path("record").path("text").asText()).startsWith("Sorry, @" + bob.handle());
        assertThat(answer.path("record").path("facets")).hasSize(2);
        assertThat(answer.path("author").path("did").asText()).isEqualTo(acme.did());
        inbox.isDelivered(conversation);
        assertThat(bob.reasonsOfNotifications()).containsExactly("mention");

        // When: the customer goes on, and a stranger joins the thread
        var ours = new Written(answer.path("uri").asText(), answer.path("cid").asText());
        bob.answers(mention, ours, "Thank you");
        inbox.all(conversation, Message.class, 3);
        var eve = network.join("eve");
        var joined = eve.answers(mention, ours, "Mine is late too");
        var other = inbox.conversations(2).getLast();
        eve.answers(mention, joined, "And it was expensive");

        // Then: the stranger has a conversation of its own, and all it writes in the thread is there
        assertThat(inbox.all(other, Message.class, 2))
                .extracting(each -> each.content().text())
                .containsExactly("Mine is late too", "And it was expensive");
        assertThat(inbox.all(conversation, Message.class)).hasSize(3);
    }

    @Test
    void whatThePersonsOwnAppHasReadStillComesIn() {
        // Given
        paused(() -> {
            bob.mentions(acme, "one");
            await().atMost(Inbox.SOON).until(() -> acme.reasonsOfNotifications().size() == 1);
            acme.hasSeenEverything();
        });

        // Then
        assertThat(inbox.conversations(1)).hasSize(1);
    }

    @Test
    void aPostWhoseClockIsSlowIsNotPassedOver() {
        // Given
        bob.mentions(acme, "now");
        inbox.conversations(1);

        // When
        var slow = bob.mention(acme, "three minutes ago, says my phone");
        bob.writes(
                slow.put("createdAt", Instant.now().minus(Duration.ofMinutes(3)).toString()));

        // Then: it is a thread of its own
        assertThat(inbox.conversations(2)).hasSize(2);
    }

    @Test
    void aMentionThatItsAuthorDeletesIsMarked() {
        // Given
        var mention = bob.mentions(acme, "never mind");
        var conversation = inbox.conversations(1).getFirst();

        // When
        bob.deletes(mention);

        // Then
        assertThat(inbox.all(conversation, Removed.class, 1)).containsExactly(new Removed(1));
    }

    @Test
    void aReplyToADeletedMentionFailsInPlainWords() {
        // Given
        var mention = bob.mentions(acme, "gone in a moment");
        var conversation = inbox.conversations(1).getFirst();

        // When
        bob.deletes(mention);
        inbox.replies(conversation, "Where are you?").statusCode(201);

        // Then
        await().atMost(Inbox.SOON)
                .until(
                        () -> inbox.delivery(conversation),
                        "failed: The post that this answers was deleted by its author."::equals);
        assertThat(inbox.all(conversation, Removed.class, 1)).hasSize(1);
    }

    @Test
    void aPostThatReadsDifferentlyIsAnEdit() {
        // Given
        var mention = bob.mentions(acme, "wrogn");
        var conversation = inbox.conversations(1).getFirst();

        // When
        bob.changes(mention, bob.mention(acme, "right"));

        // Then
        assertThat(inbox.all(conversation, Edited.class, 1).getFirst().content().text())
                .endsWith(" right");
    }

    @Test
    void aQuoteShowsWhatItQuotes() {
        // Given
        var news = acme.writes(acme.plain("We are open on Sunday"));

        // When
        bob.quotes(news, "Really?");

        // Then
        var message = inbox.message(inbox.conversations(1).getFirst(), 1);
        assertThat(message.content().parts())
                .containsExactly(new Part.Quote(news.uri(), "@" + acme.handle(), "We are open on Sunday"));
    }

    @Test
    void aPictureComesAsAFile() {
        // When
        bob.shows(acme, "look", Png.red(40), "a red box");

        // Then
        var message = inbox.message(inbox.conversations(1).getFirst(), 1);
        assertThat(message.content().parts()).isEmpty();
        assertThat(message.content().attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).startsWith("a red box."))
                .satisfies(file -> assertThat(file.mediaType()).startsWith("image/"))
                .satisfies(file -> assertThat(file.size()).isPositive());
    }

    @Test
    void whatWeAnswerInAnotherAppJoinsTheConversation() {
        // Given
        var mention = bob.mentions(acme, "anybody there?");
        var conversation = inbox.conversations(1).getFirst();

        // When: one answer in the conversation, and one post that has nothing to do with it
        acme.writes(acme.plain("Good morning, everybody"));
        acme.answers(mention, mention, "Yes, on my phone");

        // Then
        var echo = inbox.message(conversation, 2);
        assertThat(echo.origin()).isEqualTo(Origin.ECHO);
        assertThat(echo.content().text()).isEqualTo("Yes, on my phone");
        assertThat(inbox.conversations()).hasSize(1);
    }

    @Test
    void whatFirthSentIsNotTakenInAgain() {
        // Given
        bob.mentions(acme, "hello");
        var conversation = inbox.conversations(1).getFirst();
        inbox.replies(conversation, "Hello").statusCode(201);
        inbox.isDelivered(conversation);

        // When: our own posts are read once more, which a later echo shows
        var ours = acme.posts().getFirst();
        acme.answers(
                new Written(
                        ours.path("value")
                                .path("reply")
                                .path("root")
                                .path("uri")
                                .asText(),
                        ours.path("value")
                                .path("reply")
                                .path("root")
                                .path("cid")
                                .asText()),
                new Written(ours.path("uri").asText(), ours.path("cid").asText()),
                "And more");

        // Then
        assertThat(inbox.all(conversation, Message.class, 3))
                .extracting(message -> message.content().text())
                .containsExactly("@" + acme.handle() + " hello", "Hello", "And more");
    }

    @Test
    void aSendingCutShortIsRepeatedAndGivesOnePost() {
        // Given
        bob.mentions(acme, "once, please");
        var conversation = inbox.conversations(1).getFirst();
        inbox.replies(conversation, "Once").statusCode(201);
        inbox.isDelivered(conversation);

        // When: as if its node had been killed after it wrote the post and before it told
        SignedIn.run(
                "update delivery set state = 'pending', claimed_until = now() - interval '1 second' where conversation"
                        + " = $1",
                Tuple.of(conversation));
        inbox.isDelivered(conversation);

        // Then
        assertThat(acme.posts()).hasSize(1);
    }

    @Test
    void threeHundredCharactersGoAndOneMoreDoesNot() {
        // Given: each of them looks like one
        var mention = bob.mentions(acme, "tell me more");
        var conversation = inbox.conversations(1).getFirst();
        var most = "ü".repeat(200) + "e\u0301".repeat(50) + "🇪🇪".repeat(30) + "👩‍🚀".repeat(20);

        // When
        inbox.replies(conversation, most + "!").statusCode(422);
        inbox.replies(conversation, most).statusCode(201);

        // Then
        inbox.isDelivered(conversation);
        await().atMost(Inbox.SOON).until(() -> bob.answersTo(mention.uri()).size() == 1);
    }

    @Test
    void theSettingsAreTriedOutBeforeTheyAreKept() {
        // Given
        var administrator = SignedIn.as(Role.ADMINISTRATOR);
        var wrong = new Person(acme.service(), acme.handle(), "wrong", acme.did(), "");

        // Then
        administrator
                .request()
                .body(trial(acme))
                .post("/api/channels/test")
                .then()
                .statusCode(200)
                .body("trials.step", equalTo(List.of("sign-in", "receive")))
                .body("trials.ok", equalTo(List.of(true, true)));
        administrator
                .request()
                .body(trial(wrong))
                .post("/api/channels/test")
                .then()
                .statusCode(200)
                .body("trials.ok", equalTo(List.of(false)))
                .body("trials[0].detail", containsString("Invalid identifier or password"));
    }

    private Object trial(Person person) {
        var settings = new java.util.HashMap<>(Inbox.settings(network.service(), person));
        settings.remove("name");
        return settings;
    }

    private void paused(Runnable meanwhile) {
        var administrator = SignedIn.as(Role.ADMINISTRATOR);
        administrator
                .request()
                .post("/api/channels/{id}/pause", inbox.account())
                .then()
                .statusCode(204);
        meanwhile.run();
        administrator
                .request()
                .post("/api/channels/{id}/resume", inbox.account())
                .then()
                .statusCode(204);
    }
}
