package io.firth.journal;

import static io.firth.journal.Samples.ADA;
import static io.firth.journal.Samples.STRANGER;
import static io.firth.journal.Samples.SUPPORT;
import static io.firth.journal.Samples.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Address;
import io.firth.conversation.Content;
import io.firth.conversation.Ids;
import io.firth.conversation.Inbound.Arrival;
import io.firth.conversation.Inbound.Edit;
import io.firth.conversation.Inbound.Hint;
import io.firth.conversation.Inbound.Target;
import io.firth.conversation.Interaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Mails that come after those that answer them. */
@QuarkusTest
class OvertakingTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String question = "question." + Ids.next();
    private final String answer = "answer." + Ids.next();

    @Inject
    Writer writer;

    @Inject
    Journal journal;

    @Test
    void whatWasAnsweredBeforeItCameJoinsItsAnswer() {
        // Given
        var conversation = write(mail(answer, ADA, question)).conversation();

        // When
        var overtaken = write(mail(question, ADA));

        // Then
        assertThat(overtaken.conversation()).isEqualTo(conversation);
        assertThat(write(mail("later." + question, ADA, question)).conversation())
                .isEqualTo(conversation);
    }

    @Test
    void soItDoesInOneBatch() {
        // When
        var written = Uni.join()
                .all(writer.write(mail(answer, ADA, question)), writer.write(mail(question, ADA)))
                .andFailFast()
                .await()
                .atMost(SOON);

        // Then
        assertThat(written.getLast().conversation())
                .isEqualTo(written.getFirst().conversation());
    }

    @Test
    void anIdThatComesAgainJoinsNothing() {
        // Given
        var conversation = write(mail(answer, ADA, question)).conversation();
        write(mail(question, ADA));

        // When
        var repeated = write(mail(question, ADA));

        // Then
        assertThat(repeated.conversation()).isNotEqualTo(conversation);
    }

    @Test
    void aStrangersMailOfThatIdBeginsItsOwn() {
        // Given
        var conversation = write(mail(answer, ADA, question)).conversation();

        // When
        var strange = write(mail(question, STRANGER));

        // Then
        assertThat(strange.conversation()).isNotEqualTo(conversation);
        assertThat(journal.conversation(strange.conversation())
                        .await()
                        .atMost(SOON)
                        .place()
                        .related())
                .isEqualTo(conversation);
    }

    @Test
    void whatIsSaidOfItWaitsForItAndIsNotSaidOfItsAnswer() {
        // Given
        var conversation = write(mail(answer, ADA, question)).conversation();
        var key = List.of("edit " + question);
        var edit = new Edit(SUPPORT, key, now(), new Target.External(question), Content.of("Better"));
        write(new Work.Take(edit, Samples.raw("edit"), null));

        // When
        var overtaken = write(mail(question, ADA));

        // Then
        assertThat(journal.of(conversation, 0, 100).await().atMost(SOON).stream()
                        .map(recorded -> recorded.entry().interaction()))
                .last()
                .isEqualTo(new Interaction.Edited(overtaken.firstSeq(), Content.of("Better")));
    }

    private Written write(Work work) {
        return writer.write(work).await().atMost(SOON);
    }

    private static Work.Take mail(String id, Address from, String... answered) {
        var hints = Stream.concat(Stream.of(answered).<Hint>map(Hint.Foreign::new), Stream.of(new Hint.Own(id)));
        var keys = Stream.concat(Stream.of(id), Stream.of(answered)).toList();
        var plain = Samples.arrival(id, from, "Hello", hints.toArray(Hint[]::new));
        var named = new Arrival(
                plain.account(),
                List.of("mail " + UUID.randomUUID()),
                plain.at(),
                plain.hints(),
                keys,
                plain.origin(),
                plain.from(),
                plain.to(),
                plain.cc(),
                plain.subject(),
                plain.content(),
                id,
                null);
        return new Work.Take(named, Samples.raw("Hello"), null);
    }
}
