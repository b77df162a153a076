package io.firth.journal;

import static io.firth.journal.Samples.ADA;
import static io.firth.journal.Samples.ANNA;
import static io.firth.journal.Samples.STRANGER;
import static io.firth.journal.Samples.SUPPORT;
import static io.firth.journal.Samples.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Category;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Conversation;
import io.firth.conversation.Ids;
import io.firth.conversation.Inbound.Hint;
import io.firth.conversation.Recipients;
import io.firth.conversation.Refused;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Conversations that go on in another one, that our side begins, and those of people nobody wants to hear from. */
@QuarkusTest
class MergeTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Writer writer;

    @Inject
    Journal journal;

    @Inject
    Pool pool;

    @Test
    void whatComesForAMergedConversationGoesOnInTheOther() {
        // Given
        var from = opened(ADA);
        var into = opened(STRANGER);
        merge(from, into);

        // When
        var next = write(Samples.mail(id(), ADA, "And another thing", new Hint.Ours(from)));

        // Then
        assertThat(next.conversation()).isEqualTo(into);
        assertThat(conversation(from).status().category()).isEqualTo(Category.RESOLVED);
        assertThat(conversation(into).parties().includes(ADA)).isTrue();
    }

    @Test
    void mergesFollowEachOther() {
        // Given
        var first = opened(ADA);
        var second = opened(STRANGER);
        var third = opened(Address.email("grace@customer.example", "Grace"));
        merge(first, second);
        merge(second, third);

        // When
        var next = write(Samples.mail(id(), ADA, "Still me", new Hint.Ours(first)));

        // Then
        assertThat(next.conversation()).isEqualTo(third);
    }

    @Test
    void theOtherConversationWaitsAsLongAsTheLongerOfBoth() {
        // Given
        var from = opened(ADA);
        var into = opened(STRANGER);
        var since = conversation(from).turn().waitingSince();
        write(Samples.order(into, ANNA, null, Samples.reply("Done", 1)));

        // When
        merge(from, into);

        // Then
        assertThat(conversation(into).turn().waitingSince()).isEqualTo(since);
        assertThat(conversation(from).turn().waitingSince()).isNull();
    }

    @Test
    void aMergeThatIsUndoneLeavesBothOpen() {
        // Given
        var from = opened(ADA);
        var into = opened(STRANGER);
        merge(from, into);

        // When
        write(new Work.Separate(from, Actor.agent(ANNA), now(), ANNA, id()));

        // Then
        var next = write(Samples.mail(id(), ADA, "Back here", new Hint.Ours(from)));
        assertThat(next.conversation()).isEqualTo(from);
        assertThat(conversation(from).mergedInto()).isNull();
        assertThat(conversation(from).status().category()).isEqualTo(Category.OPEN);
    }

    @Test
    void aMergedConversationIsNeitherAnsweredNorMergedAgain() {
        // Given
        var from = opened(ADA);
        var into = opened(STRANGER);
        merge(from, into);

        // When, Then
        assertThatThrownBy(() -> write(Samples.order(from, ANNA, null, Samples.reply("Too late", 9))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> merge(from, into)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> merge(into, from)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> merge(into, into)).isInstanceOf(Refused.class);
    }

    @Test
    void anAgentBeginsAConversationOnce() {
        // Given
        var grace = Address.email("grace." + id() + "@customer.example", "Grace");
        var begin = new Work.Begin(
                Ids.next(),
                SUPPORT,
                "email",
                "Your order",
                grace,
                Actor.agent(ANNA),
                now(),
                ANNA,
                id(),
                List.of(new Command.Reply(
                        Content.of("Hello Grace"),
                        Address.email("support@example.org", "Support"),
                        new Recipients(List.of(grace), List.of(), List.of()),
                        0,
                        true,
                        false)));

        // When
        var first = write(begin);
        var again = write(begin);

        // Then
        assertThat(again.repeated()).isTrue();
        assertThat(again.conversation()).isEqualTo(first.conversation());
        assertThat(conversation(first.conversation()).parties().verified()).containsExactly(grace);
    }

    @Test
    void whatABlockedContactWritesIsKeptAsSpam() {
        // Given
        var pest = Address.email("pest." + id() + "@elsewhere.example", "Pest");
        var first = opened(pest);
        block(pest);

        // When
        var second = write(Samples.mail(id(), pest, "Buy now")).conversation();
        write(Samples.mail(id(), pest, "Buy again", new Hint.Ours(first)));

        // Then
        assertThat(List.of(first, second))
                .extracting(id -> conversation(id).status().category())
                .containsOnly(Category.SPAM);
        assertThat(conversation(second).turn().waitingSince()).isNull();
    }

    @Test
    void aCursorStandsBehindWhatItWasReadWith() {
        // Given
        var account = UUID.randomUUID();
        var mail = Samples.mail(id(), ADA, "Hello");

        // When
        write(new Work.Take(mail.inbound(), mail.raw(), new Cursor(account, "INBOX", "7:1")));
        write(new Work.SetAside(Samples.raw("?"), "Nobody can read this", new Cursor(account, "INBOX", "7:2")));
        write(new Work.Advance(new Cursor(account, "Sent", "9:1")));

        // Then
        var cursors = new Cursors(pool);
        assertThat(cursors.value(account, "INBOX").await().atMost(SOON)).contains("7:2");
        assertThat(cursors.value(account, "Sent").await().atMost(SOON)).contains("9:1");
        assertThat(cursors.value(account, "Junk").await().atMost(SOON)).isEmpty();
    }

    private UUID opened(Address by) {
        return write(Samples.mail(id(), by, "Hello")).conversation();
    }

    private Written merge(UUID from, UUID into) {
        return write(new Work.Merge(from, into, Actor.agent(ANNA), now(), ANNA, id()));
    }

    private void block(Address address) {
        pool.preparedQuery("update contact set blocked_at = now() where id ="
                        + " (select contact from identity where kind = $1 and value = $2)")
                .execute(Tuple.of(address.kind(), address.value()))
                .await()
                .atMost(SOON);
    }

    private Conversation conversation(UUID id) {
        return journal.conversation(id).await().atMost(SOON);
    }

    private Written write(Work work) {
        return writer.write(work).await().atMost(SOON);
    }

    private static String id() {
        return Ids.next().toString();
    }
}
