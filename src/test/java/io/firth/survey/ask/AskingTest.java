package io.firth.survey.ask;

import static io.firth.survey.Mailroom.SOON;
import static io.firth.survey.Mailroom.awaitDecisions;
import static io.firth.survey.Mailroom.decisions;
import static io.firth.survey.Mailroom.questions;
import static io.firth.survey.Mailroom.run;
import static io.firth.survey.Mailroom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firth.Desk;
import io.firth.conversation.Address;
import io.firth.conversation.Category;
import io.firth.conversation.Conversation;
import io.firth.conversation.Inbound.Hint;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Origin;
import io.firth.conversation.Part;
import io.firth.journal.Journal;
import io.firth.survey.Mailroom;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a mailbox asks, and whom it leaves alone. */
@QuarkusTest
class AskingTest {

    private static final Duration A_WHILE = Duration.ofSeconds(1);

    @Inject
    Asker asker;

    @Inject
    Journal journal;

    @Test
    void whoWasServedIsAskedOnceByMail() {
        // Given
        var room = Mailroom.open(Map.of());
        var nell = Desk.somebody();
        var conversation = room.opened(nell);
        room.replies(conversation);
        var before = standing(conversation);

        // When
        room.resolves(conversation);

        // Then
        awaitDecisions(conversation, "asked");
        var question = questions(conversation).getFirst();
        var message = (Message) question.entry().interaction();
        assertThat(message.to()).containsExactly(nell);
        assertThat(message.origin()).isEqualTo(Origin.AUTO_REPLY);
        assertThat(message.content().text()).startsWith("How satisfied are you");
        assertThat(part(message))
                .returns("csat", Part.Survey::survey)
                .returns("faces", Part.Survey::scale)
                .returns("en", Part.Survey::language)
                .returns(status(conversation).entry().seq(), Part.Survey::occasion);
        var mail = room.mailOf(question);
        assertThat(mail)
                .contains("Auto-Submitted: auto-generated")
                .contains("X-Auto-Response-Suppress: All")
                .contains("To: ")
                .contains("multipart/alternative");
        var after = standing(conversation);
        assertThat(after.status().category()).isEqualTo(Category.RESOLVED);
        assertThat(after.turn().preview()).isEqualTo(before.turn().preview());
        assertThat(after.turn().waitingSince()).isNull();
        assertThat(after.assignment()).isEqualTo(before.assignment());
        assertThat(after.turn().lastActivityAt())
                .isEqualTo(status(conversation).entry().at());
    }

    @Test
    void theLinkStandsInTheMailAndNowhereElse() {
        // Given
        var room = Mailroom.open(Map.of());

        // When
        var conversation = room.resolved(Desk.somebody());
        var link = room.linkOf(conversation);

        // Then
        assertThat(link).hasSize("/rate/".length() + 43);
        assertThat(room.boss()
                        .request()
                        .get("/api/conversations/" + conversation)
                        .asString())
                .doesNotContain("/rate/");
    }

    @Test
    void whatIsToldAgainAsksNobodyAgain() throws Throwable {
        // Given
        var room = Mailroom.open(Map.of());
        var conversation = room.resolved(Desk.somebody());
        awaitDecisions(conversation, "asked");
        var resolved = status(conversation);

        // When
        VertxContextSupport.subscribeAndAwait(() -> asker.on(resolved));
        VertxContextSupport.subscribeAndAwait(() -> asker.on(resolved));
        run("update survey set state = 'asking', claimed_until = null where conversation = $1", conversation);

        // Then
        awaitDecisions(conversation, "asked");
        await().during(A_WHILE).atMost(SOON).untilAsserted(() -> assertThat(questions(conversation))
                .hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({"AUTO_REPLY, withheld machine", "BULK, withheld machine", "BOUNCE, withheld bounced"})
    void aMachineIsNotAsked(Origin origin, String decision) {
        // Given
        var room = Mailroom.open(Map.of());
        var nell = Desk.somebody();
        var alone = room.mail(nell, origin, "I am away until Monday.");
        var last = room.opened(nell);
        room.replies(last);
        room.mail(nell, origin, "I am away until Monday.", new Hint.Ours(last));

        // When
        room.resolves(alone);
        room.resolves(last);

        // Then
        awaitDecisions(alone, decision);
        awaitDecisions(last, decision);
        assertThat(questions(alone)).isEmpty();
        assertThat(questions(last)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-reply", "mailer-daemon", "donotreply"})
    void nobodyIsAskedWhoseMailNobodyReads(String name) {
        // Given
        var room = Mailroom.open(Map.of());

        // When
        var conversation = room.resolved(Address.email(name + "@" + UUID.randomUUID() + ".example", null));

        // Then
        awaitDecisions(conversation, "withheld no_address");
    }

    @Test
    void whatIsOpenedAgainInTheMeantimeIsNotAskedAbout() {
        // Given
        var room = Mailroom.open(Map.of("delay_minutes", 30));
        var nell = Desk.somebody();
        var conversation = room.resolved(nell);
        awaitDecisions(conversation, "due");

        // When
        room.mail(nell, Origin.HUMAN, "It is not there.", new Hint.Ours(conversation));

        // Then
        awaitDecisions(conversation, "withheld reopened");
        room.resolves(conversation);
        awaitDecisions(conversation, "withheld reopened", "due");
    }

    @Test
    void spamAndBlockedAndStoppedAreNotAsked() {
        // Given
        var room = Mailroom.open(Map.of("delay_minutes", 30));
        var spam = room.resolved(Desk.somebody());
        var blocked = room.resolved(Desk.somebody());
        awaitDecisions(spam, "due");
        awaitDecisions(blocked, "due");

        // When
        room.becomes(spam, Category.SPAM);
        run(
                "update contact set blocked_at = now() where id = (select contact from conversation where id = $1)",
                blocked);
        run("update survey set due = now() where conversation = $1", blocked);

        // Then
        awaitDecisions(spam, "withheld reopened");
        awaitDecisions(blocked, "withheld blocked");
        var stopped = room.resolved(Desk.somebody());
        awaitDecisions(stopped, "due");
        Mailroom.asks(room.boss(), room.account(), Map.of("asks", false));
        run("update survey set due = now() where conversation = $1", stopped);
        awaitDecisions(stopped, "withheld stopped");
    }

    @Test
    void whoWasAskedIsLeftInPeaceForAWhile() {
        // Given
        var room = Mailroom.open(Map.of("quiet_days", 7));
        var nell = Desk.somebody();
        var first = room.resolved(nell);
        awaitDecisions(first, "asked");

        // When
        var second = room.resolved(nell);

        // Then
        awaitDecisions(second, "withheld quiet");
        run("update survey set asked_at = now() - interval '8 days' where conversation = $1", first);
        var third = room.resolved(nell);
        awaitDecisions(third, "asked");
    }

    @Test
    void aReminderComesOnceAndOnlyByMail() {
        // Given
        var room = Mailroom.open(Map.of("reminder_days", 3));
        var conversation = room.resolved(Desk.somebody());
        awaitDecisions(conversation, "asked");

        // When
        run("update survey set remind_at = now() where conversation = $1", conversation);

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(questions(conversation)).hasSize(2));
        var mail = room.mailOf(questions(conversation).getLast());
        assertThat(mail).contains("A short reminder");
        assertThat(Mailroom.link(mail))
                .isEqualTo(Mailroom.link(room.mailOf(questions(conversation).getFirst())));
        await().during(A_WHILE).atMost(SOON).untilAsserted(() -> assertThat(questions(conversation))
                .hasSize(2));
    }

    @Test
    void whoComesBackIsNotReminded() {
        // Given
        var room = Mailroom.open(Map.of("reminder_days", 3));
        var nell = Desk.somebody();
        var conversation = room.resolved(nell);
        awaitDecisions(conversation, "asked");

        // When
        room.mail(nell, Origin.HUMAN, "One more thing.", new Hint.Ours(conversation));

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        Mailroom.query("select remind_at from survey where conversation = $1", conversation))
                .containsExactly("null"));
    }

    @Test
    void theFirstAnswerIsAMomentOfItsOwn() {
        // Given
        var room = Mailroom.open(Map.of("moment", "first_answer"));
        var conversation = room.opened(Desk.somebody());

        // When
        room.replies(conversation);
        room.replies(conversation);
        room.resolves(conversation);

        // Then
        awaitDecisions(conversation, "asked");
        await().during(A_WHILE).atMost(SOON).untilAsserted(() -> assertThat(decisions(conversation))
                .hasSize(1));
        assertThat(part((Message) questions(conversation).getFirst().entry().interaction()))
                .returns(2, Part.Survey::occasion)
                .returns(false, Part.Survey::resolution);
    }

    private Conversation standing(UUID conversation) {
        return journal.conversation(conversation).await().atMost(SOON);
    }

    private static Part.Survey part(Message message) {
        return message.content().survey().orElseThrow();
    }
}
