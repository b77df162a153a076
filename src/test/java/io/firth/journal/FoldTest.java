package io.firth.journal;

import static io.firth.journal.Samples.ADA;
import static io.firth.journal.Samples.ANNA;
import static io.firth.journal.Samples.BO;
import static io.firth.journal.Samples.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firth.conversation.Address;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Ids;
import io.firth.conversation.Inbound.Hint;
import io.firth.conversation.Inbound.Receipt;
import io.firth.conversation.Inbound.Target;
import io.firth.conversation.Origin;
import io.firth.conversation.Priority;
import io.firth.conversation.Status;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FoldTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int CONVERSATIONS = 40;
    private static final int STEPS = 25;

    private final long seed = Long.getLong("firth.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Inject
    Writer writer;

    @Inject
    DataSource database;

    @Test
    void theRowOfEveryConversationIsTheFoldOfItsInteractions() throws SQLException {
        // Given
        System.out.println("FoldTest: -Dfirth.seed=" + seed);
        var opened = write(java.util.stream.IntStream.range(0, CONVERSATIONS)
                .mapToObj(i -> (Work) Samples.mail(Ids.next().toString(), i % 2 == 0 ? ADA : person(i), "Hello " + i))
                .toList());

        // When
        for (int step = 0; step < STEPS; step++) {
            write(opened.stream()
                    .map(written -> something(written.conversation()))
                    .toList());
        }

        // Then
        try (var connection = database.getConnection()) {
            assertThat(Folds.assertEqualRows(connection)).isGreaterThanOrEqualTo(CONVERSATIONS);
        }
    }

    @Test
    void aColumnThatIsNotTheFoldIsNoticed() throws SQLException {
        // Given
        var opened = write(List.of(Samples.mail(Ids.next().toString(), ADA, "Hello")))
                .getFirst();

        try (var connection = database.getConnection()) {
            for (var wrong :
                    List.of("seq = seq + 1", "waiting_since = null", "labels = '[\"x\"]'", "position = position + 1")) {
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(java.sql.Connection.TRANSACTION_REPEATABLE_READ);
                try (var update = connection.prepareStatement("update conversation set " + wrong + " where id = ?")) {
                    update.setObject(1, opened.conversation());
                    update.executeUpdate();

                    // When / Then
                    assertThatThrownBy(() -> Folds.assertEqualRows(connection))
                            .as(wrong)
                            .isInstanceOf(AssertionError.class);
                } finally {
                    connection.rollback();
                }
            }
        }
    }

    private Work something(UUID conversation) {
        var agent = random.nextBoolean() ? ANNA : BO;
        var precise = Instant.now().plusNanos(random.nextInt(1_000_000_000));
        var command =
                switch (random.nextInt(14)) {
                    case 0, 1, 2 -> Samples.reply("An answer with \" and \\ and 😀", random.nextInt(30));
                    case 3 -> new Command.WriteNote(Content.of("A note"));
                    case 4 ->
                        new Command.SetStatus(
                                new Status("waiting-for-parts", io.firth.conversation.Category.PENDING), null);
                    case 5 ->
                        new Command.SetStatus(
                                Status.of(io.firth.conversation.Category.SNOOZED), precise.plusSeconds(3600));
                    case 6 -> new Command.SetStatus(Status.of(io.firth.conversation.Category.RESOLVED), null);
                    case 7 -> new Command.Assign(random.nextBoolean() ? agent : null);
                    case 8 -> new Command.AssignTeam(random.nextBoolean() ? Ids.next() : null);
                    case 9 -> new Command.Prioritise(Priority.values()[random.nextInt(4)]);
                    case 10 -> new Command.Label(labels(), labels());
                    default -> null;
                };
        if (command != null) {
            return new Work.Carry(
                    conversation,
                    io.firth.conversation.Actor.agent(agent),
                    precise,
                    agent,
                    Ids.next().toString(),
                    List.of(command));
        }
        return switch (random.nextInt(4)) {
            case 0 -> Samples.mail(Ids.next().toString(), STRANGER, "Forwarded", new Hint.Token(conversation));
            case 1 -> receipt(conversation);
            case 2 -> echo(conversation);
            default -> Samples.mail(Ids.next().toString(), ADA, "More", new Hint.Ours(conversation));
        };
    }

    private Work receipt(UUID conversation) {
        var states = DeliveryState.values();
        var receipt = new Receipt(
                Samples.SUPPORT,
                List.of(Ids.next().toString()),
                Samples.now(),
                new Target.Named(conversation, 1 + random.nextInt(8)),
                states[random.nextInt(states.length)],
                "says the other side");
        return new Work.Take(receipt, Samples.raw("a receipt"));
    }

    private static Work echo(UUID conversation) {
        var id = Ids.next().toString();
        var mail = Samples.arrival(
                id, Address.email("anna@example.org", "Anna"), "By telephone", new Hint.Ours(conversation));
        return new Work.Take(Samples.as(Origin.ECHO, mail), Samples.raw("an echo"));
    }

    private TreeSet<String> labels() {
        var all = List.of("parcel", "refund", "Größe", "depot");
        return new TreeSet<>(all.subList(0, random.nextInt(all.size())));
    }

    private static Address person(int i) {
        return Address.email("p" + i + "@customer.example", i % 3 == 0 ? null : "Person " + i);
    }

    /** Refusals are part of the story: not every reply has seen everything, not every receipt names a message of ours. */
    private List<Written> write(List<Work> works) {
        var written = new ArrayList<Uni<Written>>();
        works.forEach(work -> written.add(writer.write(work).onFailure().recoverWithItem(Written.NOTHING)));
        return Uni.join().all(written).andFailFast().await().atMost(SOON);
    }
}
