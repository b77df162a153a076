package io.firth.journal;

import static io.firth.journal.Samples.ADA;
import static io.firth.journal.Samples.SUPPORT;
import static io.firth.journal.Samples.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Content;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Ids;
import io.firth.conversation.Inbound;
import io.firth.conversation.Inbound.Edit;
import io.firth.conversation.Inbound.Reaction;
import io.firth.conversation.Inbound.Receipt;
import io.firth.conversation.Inbound.Removal;
import io.firth.conversation.Inbound.Target;
import io.firth.conversation.Interaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Edits, removals and reactions, whether they come after their message or before it. */
@QuarkusTest
class NewsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Writer writer;

    @Inject
    Journal journal;

    record Case(String name, Function<Target, Inbound> news, Class<? extends Interaction> becomes) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> news() {
        return Stream.of(
                new Case("an edit", NewsTest::edit, Interaction.Edited.class),
                new Case("a removal", NewsTest::removal, Interaction.Removed.class),
                new Case("a reaction", NewsTest::reaction, Interaction.Reacted.class));
    }

    @ParameterizedTest
    @MethodSource("news")
    void newsOfAMessageThatIsHereIsApplied(Case of) {
        // Given
        var id = Ids.next().toString();
        var conversation = write(Samples.mail(id, ADA, "Hello")).conversation();

        // When
        write(take(of.news().apply(new Target.External(id))));

        // Then
        assertThat(told(conversation)).last().isInstanceOf(of.becomes());
    }

    @ParameterizedTest
    @MethodSource("news")
    void newsThatCameFirstIsAppliedWhenItsMessageComes(Case of) {
        // Given
        var id = Ids.next().toString();
        var early = write(take(of.news().apply(new Target.External(id))));

        // When
        var conversation = write(Samples.mail(id, ADA, "Hello")).conversation();

        // Then
        assertThat(early.conversation()).isNull();
        assertThat(told(conversation)).hasSize(2).last().isInstanceOf(of.becomes());
    }

    @ParameterizedTest
    @MethodSource("news")
    void newsThatComesAgainChangesNothing(Case of) {
        // Given
        var id = Ids.next().toString();
        var news = take(of.news().apply(new Target.External(id)));
        write(news);
        write(news);
        var conversation = write(Samples.mail(id, ADA, "Hello")).conversation();

        // When
        var again = write(news);

        // Then
        assertThat(again.repeated()).isTrue();
        assertThat(told(conversation)).hasSize(2);
    }

    @Test
    void bothInOneBatchAreOneStory() {
        // Given
        var id = Ids.next().toString();
        var early = writer.write(take(edit(new Target.External(id))));
        var message = writer.write(Samples.mail(id, ADA, "Hello"));

        // When
        var conversation = Uni.join()
                .all(early, message)
                .andFailFast()
                .await()
                .atMost(SOON)
                .getLast()
                .conversation();

        // Then
        assertThat(told(conversation)).hasSize(2).last().isInstanceOf(Interaction.Edited.class);
    }

    @Test
    void senselessNewsThatCameFirstIsNotTheMessagesFault() {
        // Given: a receipt of a message that turns out to be the customer's own
        var id = Ids.next().toString();
        write(take(new Receipt(
                SUPPORT, List.of("receipt " + id), now(), new Target.External(id), DeliveryState.READ, null)));

        // When
        var written = write(Samples.mail(id, ADA, "Hello"));

        // Then
        assertThat(told(written.conversation())).hasSize(1).first().isInstanceOf(Interaction.Message.class);
    }

    private List<Interaction> told(UUID conversation) {
        return journal.of(conversation, 0, 100).await().atMost(SOON).stream()
                .map(recorded -> recorded.entry().interaction())
                .toList();
    }

    private Written write(Work work) {
        return writer.write(work).await().atMost(SOON);
    }

    private static Work take(Inbound inbound) {
        return new Work.Take(inbound, Samples.raw("news"));
    }

    private static Inbound edit(Target target) {
        return new Edit(SUPPORT, key(), now(), target, Content.of("Hello again"));
    }

    private static Inbound removal(Target target) {
        return new Removal(SUPPORT, key(), now(), target);
    }

    private static Inbound reaction(Target target) {
        return new Reaction(SUPPORT, key(), now(), target, ADA, "👍", true);
    }

    private static List<String> key() {
        return List.of(Ids.next().toString());
    }
}
