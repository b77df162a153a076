package io.firth.inbox;

import static io.firth.journal.Samples.ADA;
import static io.firth.journal.Samples.raw;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.channel.Accounts;
import io.firth.conversation.Content;
import io.firth.conversation.Ids;
import io.firth.conversation.Inbound.Arrival;
import io.firth.conversation.Origin;
import io.firth.journal.Journal;
import io.firth.journal.Samples;
import io.firth.journal.Work;
import io.firth.journal.Writer;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RepeatedReplyTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    Writer writer;

    @Inject
    Journal journal;

    @Inject
    Accounts accounts;

    private SignedIn anna;
    private SignedIn bo;
    private UUID conversation;

    @BeforeEach
    void open() {
        anna = SignedIn.as("Anna", Role.AGENT);
        bo = SignedIn.as("Bo", Role.AGENT);
        conversation = writer.write(mail()).await().atMost(SOON).conversation();
    }

    @Test
    void theSameKeyIsAnsweredAsBefore() {
        // Given
        var first = reply(anna, "key", 1, "On its way");

        // When
        var second = reply(anna, "key", 1, "On its way");

        // Then
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.path("seq").toString()).isEqualTo(first.path("seq").toString());
    }

    @Test
    void aStoppedReplyGivenAgainIsStoppedAgainAndCountedOnce() {
        // Given
        reply(anna, "anna", 1, "On its way");
        var first = reply(bo, "bo", 1, "Let me look");

        // When
        var second = reply(bo, "bo", 1, "Let me look");

        // Then
        assertThat(List.of(first.statusCode(), second.statusCode())).containsOnly(409);
        assertThat(second.path("type").toString()).endsWith("collision.reply");
        assertThat(second.<List<?>>path("unseen")).hasSize(1);
        assertThat(journal.of(conversation, 0, 100).await().atMost(SOON))
                .filteredOn(each -> each.entry().interaction() instanceof io.firth.conversation.Interaction.SendStopped)
                .hasSize(1);
    }

    @Test
    void aStoppedReplyOnWhatWasShownGoesOutEvenUnderItsOldKey() {
        // Given
        reply(anna, "anna", 1, "On its way");
        int shown = reply(bo, "bo", 1, "Let me look").path("last_public_seq");

        // When
        var anyway = reply(bo, "bo", shown, "Let me look");

        // Then
        assertThat(anyway.statusCode()).isEqualTo(201);
    }

    private Response reply(SignedIn agent, String key, int base, String text) {
        return agent.request()
                .header("Idempotency-Key", key)
                .body(Map.of("kind", "reply", "text", text, "base_seq", base))
                .post("/api/conversations/" + conversation + "/messages");
    }

    private Work mail() {
        var account = accounts.active().getFirst().id();
        var id = Ids.next().toString();
        var arrival = new Arrival(
                account,
                List.of(id),
                Samples.now(),
                List.of(),
                List.of(id),
                Origin.HUMAN,
                ADA,
                List.of(),
                List.of(),
                "Where is my parcel?",
                Content.of("Hello"),
                id,
                null);
        return new Work.Take(arrival, raw("Hello"));
    }
}
