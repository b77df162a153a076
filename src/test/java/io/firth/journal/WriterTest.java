package io.firth.journal;

import static io.firth.journal.Samples.ADA;
import static io.firth.journal.Samples.ANNA;
import static io.firth.journal.Samples.BO;
import static io.firth.journal.Samples.STRANGER;
import static io.firth.journal.Samples.mail;
import static io.firth.journal.Samples.order;
import static io.firth.journal.Samples.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firth.conversation.Collision;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Ids;
import io.firth.conversation.Inbound.Hint;
import io.firth.conversation.Interaction;
import io.firth.conversation.NotFound;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WriterTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    Writer writer;

    @Inject
    Journal journal;

    @Test
    void theSameMailThreeTimesIsOneMessage() {
        // Given
        var id = Ids.next().toString();

        // When
        var first = write(mail(id, ADA, "Hello"));
        var second = write(mail(id, ADA, "Hello"));
        var third = write(mail(id, ADA, "Hello"));

        // Then
        assertThat(first.repeated()).isFalse();
        assertThat(List.of(second, third)).allMatch(Written::repeated);
        assertThat(read(first)).hasSize(1);
    }

    @Test
    void aParticipantsAnswerJoinsAndAStrangersDoesNot() {
        // Given
        var id = Ids.next().toString();
        var opened = write(mail(id, ADA, "Hello"));

        // When
        var joined = write(mail(Ids.next().toString(), ADA, "Any news?", new Hint.Foreign(id)));
        var apart = write(mail(Ids.next().toString(), STRANGER, "Me too", new Hint.Foreign(id)));

        // Then
        assertThat(joined.conversation()).isEqualTo(opened.conversation());
        assertThat(apart.conversation()).isNotEqualTo(opened.conversation());
        assertThat(conversation(apart).place().related()).isEqualTo(opened.conversation());
    }

    @Test
    void theSecondReplyOnOneBaseIsStopped() {
        // Given
        var opened = write(mail(Ids.next().toString(), ADA, "Hello"));

        // When
        var won = write(order(opened.conversation(), ANNA, null, reply("On its way", 1)));
        var lost = write(order(opened.conversation(), BO, null, reply("Let me look", 1)));

        // Then
        assertThat(won.recorded().getFirst().entry().interaction()).isInstanceOf(Interaction.Message.class);
        assertThat(lost.recorded())
                .singleElement()
                .extracting(each -> each.entry().interaction())
                .isEqualTo(new Interaction.SendStopped(Collision.REPLY, 1, 2));
    }

    @Test
    void anOrderGivenTwiceIsCarriedOutOnce() {
        // Given
        var opened = write(mail(Ids.next().toString(), ADA, "Hello"));
        var order = order(opened.conversation(), ANNA, "key-1", new Command.WriteNote(Content.of("A note")));

        // When
        var first = write(order);
        var second = write(order);

        // Then
        assertThat(second.repeated()).isTrue();
        assertThat(second.firstSeq()).isEqualTo(first.firstSeq());
        assertThat(read(opened)).hasSize(2);
    }

    @Test
    void whatTheDatabaseWillNotHaveIsSetAsideAndItsNeighboursAreStored() {
        // Given
        var poison = mail(Ids.next().toString(), ADA, "A NUL \0 in the text");
        var good = mail(Ids.next().toString(), ADA, "Good");

        // When
        var both = io.smallrye.mutiny.Uni.join()
                .all(writer.write(poison), writer.write(good))
                .andFailFast()
                .await()
                .atMost(SOON);

        // Then
        assertThat(both.get(0).conversation()).isNull();
        assertThat(both.get(1).conversation()).isNotNull();
    }

    @Test
    void anOrderForNothingIsRefused() {
        assertThatThrownBy(() -> write(order(UUID.randomUUID(), ANNA, null, reply("Hello?", 0))))
                .isInstanceOf(NotFound.class);
    }

    private Written write(Work work) {
        return writer.write(work).await().atMost(SOON);
    }

    private List<Recorded> read(Written written) {
        return journal.of(written.conversation(), 0, 100).await().atMost(SOON);
    }

    private io.firth.conversation.Conversation conversation(Written written) {
        return journal.conversation(written.conversation()).await().atMost(SOON);
    }
}
