package io.firth.metrics.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Category;
import io.firth.metrics.Story;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** All figures made anew are those that were kept, byte for byte, while messages keep arriving. */
@QuarkusTest
class RebuildTest {

    private static final String FACTS = "kind, conversation, n, stage";

    @Test
    void figuresMadeAnewEqualThoseThatWereKept() {
        // Given
        var bo = SignedIn.as("Bo", Role.AGENT).agent();
        var random = new Random(8);
        var stop = new AtomicBoolean();
        tell(bo, random);
        var arriving = CompletableFuture.runAsync(() -> {
            while (!stop.get()) {
                tell(bo, random);
            }
        });

        // When
        Figures.madeAnew();
        stop.set(true);
        arriving.join();
        Figures.caughtUp();
        var kept = Figures.rows("fact", FACTS);
        var courses = Figures.rows("course", "conversation");
        Figures.madeAnew();

        // Then
        assertThat(Figures.rows("fact", FACTS)).isEqualTo(kept);
        assertThat(Figures.rows("course", "conversation")).isEqualTo(courses);
    }

    private static void tell(UUID agent, Random random) {
        var story = new Story(Instant.parse("2011-03-01T09:00:00Z").plusSeconds(random.nextInt(5_000_000)));
        story.customer("Where is it?")
                .after(Duration.ofSeconds(random.nextInt(40_000)))
                .agent(agent);
        if (random.nextBoolean()) {
            story.minutes(random.nextInt(600)).status(agent, Category.RESOLVED);
        }
        if (random.nextBoolean()) {
            story.minutes(random.nextInt(20_000)).customer("Still not here.");
        }
    }
}
