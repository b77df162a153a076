package io.firth.channel;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firth.channel.Conduct.Heard;
import io.firth.channel.Stage.Told;
import io.firth.conversation.Ids;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The laws that every adapter keeps. Each is told as a small story, which every channel tells in its own way by its
 * {@link Stage}: real input in, a real other side out.
 */
public interface ChannelContract {

    /** What arrives waits for its commit; on the common pool of a small machine nobody else could go on meanwhile. */
    Executor THREADS = task -> Thread.ofVirtual().start(task);

    Stage stage();

    /** Law 1. */
    @Test
    default void anyPrefixThatIsReplayedChangesNothing() {
        // Given
        var story = story(5);
        story.forEach(stage()::arrives);
        var before = Conduct.heard(stage().account(), story);

        // When
        for (int length = 1; length <= story.size(); length++) {
            story.subList(0, length).forEach(stage()::arrives);
        }

        // Then
        assertThat(before).hasSize(5);
        assertThat(Conduct.heard(stage().account(), story)).isEqualTo(before);
    }

    /** Law 1, where it is hardest. */
    @Test
    default void whatComesTwiceAtTheSameTimeIsOneMessage() {
        // Given
        var told = story(1).getFirst();

        // When
        var arriving = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(() -> stage().arrives(told), THREADS))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(arriving).orTimeout(60, SECONDS).join();

        // Then
        assertThat(Conduct.heard(stage().account(), List.of(told))).hasSize(1);
    }

    /** Law 2. */
    @Test
    default void aThreadKeepsItsOrderAndItsConversation() {
        // Given
        var story = story(5);

        // When
        story.forEach(stage()::arrives);

        // Then
        var heard = Conduct.heard(stage().account(), story);
        assertThat(heard).extracting(Heard::text).isEqualTo(Told.texts(story));
        assertThat(heard)
                .extracting(Heard::conversation)
                .containsOnly(heard.getFirst().conversation());
    }

    /** Law 3. */
    @Test
    default void whatNobodyUnderstandsIsKeptByteForByte() {
        assumeTrue(
                stage().maySayAnything(), "skipped: this channel's protocol is ours, what it does not know is refused");
        // Given
        var before = Conduct.raws(stage().account());

        // When
        stage().arrivesUnknown();

        // Then
        assertThat(Conduct.raws(stage().account())).isEqualTo(before + 1);
    }

    /** Law 4. */
    @Test
    default void aRemovalMayComeBeforeItsMessage() {
        assumeTrue(stage().takesRemovals(), "skipped: on this channel nothing is taken back");
        var told = story(1).getFirst();

        // When
        stage().arrivesRemoval(told);
        stage().arrives(told);

        // Then
        var heard = Conduct.heard(stage().account(), List.of(told));
        assertThat(Conduct.types(heard.getFirst().conversation())).containsExactly("message", "removed");
    }

    /** Laws 5 and 6: a node that dies between the sending and its report leaves one message, or one that is said to be uncertain. */
    @Test
    default void anAnswerThatWasCutShortIsNotDoubled() {
        // Given
        var told = story(1).getFirst();
        stage().arrives(told);
        var conversation =
                Conduct.heard(stage().account(), List.of(told)).getFirst().conversation();
        var answer = "We have it, " + Ids.next();
        Conduct.answers(conversation, answer);
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(stage().seenOutside(answer)).isOne());

        // When
        Conduct.forgetThatItWasSent(conversation);

        // Then
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(Conduct.sending(conversation)).isNotEqualTo("pending"));
        assertThat(stage().seenOutside(answer)).isOne();
    }

    /** Law 7. */
    @Test
    default void whatIsTooLongIsRefusedBeforeItIsSent() {
        // Given
        var told = story(1).getFirst();
        stage().arrives(told);
        var conversation =
                Conduct.heard(stage().account(), List.of(told)).getFirst().conversation();
        var anna = SignedIn.as(Role.SUPERVISOR);

        // When
        var refused = Conduct.reply(anna, conversation, "x".repeat(Conduct.limit(anna, stage().account()) + 1));

        // Then
        refused.statusCode(422);
        assertThat(Conduct.types(conversation)).containsExactly("message");
    }

    /** Law 10. */
    @Test
    default void whatIsForgedIsRefusedAndNotKept() {
        assumeTrue(stage().isSigned(), "skipped: what arrives on this channel carries no signature");
        var told = story(1).getFirst();
        var before = Conduct.raws(stage().account());

        // When
        stage().arrivesForged(told);

        // Then
        assertThat(Conduct.raws(stage().account())).isEqualTo(before);
        assertThat(Conduct.heard(stage().account(), List.of(told))).isEmpty();
    }

    /** Law 11. */
    @Test
    default void anAccountSaysHowItIs() {
        // Given
        stage().arrives(story(1).getFirst());

        // When
        var health = Conduct.health(SignedIn.as(Role.AGENT), stage().account());

        // Then
        assertThat(health.get("last_received")).isNotNull();
        assertThat(health.get("lag_ms")).isNotNull();
        assertThat(health.get("problem")).isNull();
    }

    /** A thread of somebody whom nobody knows yet. */
    private static List<Told> story(int length) {
        var run = Ids.next().toString();
        return IntStream.range(0, length)
                .mapToObj(i -> new Told(
                        run + "-" + i, run, i == 0 ? null : run + "-" + (i - 1), "Message %d of %s".formatted(i, run)))
                .toList();
    }
}
