package io.firth.journal;

import static io.firth.journal.Samples.ADA;
import static io.firth.journal.Samples.ANNA;
import static io.firth.journal.Samples.BO;
import static io.firth.journal.Samples.mail;
import static io.firth.journal.Samples.order;
import static io.firth.journal.Samples.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Ids;
import io.firth.conversation.Inbound.Receipt;
import io.firth.conversation.Inbound.Target;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class WriterFailureTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int CUTS = 20;

    @Inject
    Vertx vertx;

    @Inject
    DataSource database;

    @Inject
    Writer writer;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private final List<Desk> desks = new ArrayList<>();

    @AfterEach
    void leave() {
        desks.forEach(Desk::close);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostOrDoubledWhenTheWireIsCutAtACommit(Wire.Cut cut) throws IOException, SQLException {
        // Given
        var server = server();
        var sent = new ArrayList<String>();
        var stopped = new ArrayList<UUID>();
        try (var wire = new Wire(server.getHost(), server.getPort(), cut, 3)) {
            var desk = desk(server.setHost("127.0.0.1").setPort(wire.port())).open();

            // When
            while (wire.cuts() < CUTS) {
                var ids = IntStream.range(0, 20)
                        .mapToObj(i -> Ids.next().toString())
                        .toList();
                var opened = all(
                        desk,
                        ids.stream().map(id -> (Work) mail(id, ADA, "Hello")).toList());
                var conversation = opened.getFirst().conversation();
                all(
                        desk,
                        List.of(
                                order(conversation, ANNA, null, reply("Mine", 1)),
                                order(conversation, BO, null, reply("Mine too", 1)),
                                order(conversation, BO, null, new Command.WriteNote(Content.of("A note")))));
                sent.addAll(ids);
                stopped.add(conversation);
            }
        }

        // Then
        assertThat(sent).allSatisfy(id -> assertThat(messages(id)).isEqualTo(1));
        assertThat(stopped).allSatisfy(conversation -> {
            assertThat(types(conversation, "message")).isEqualTo(2);
            assertThat(types(conversation, "note")).isEqualTo(1);
            assertThat(types(conversation, "send_stopped")).isEqualTo(1);
        });
        assertEverythingFolds();
    }

    @Test
    void nothingIsLostWhenItsConnectionIsKilledUnderLoad() throws SQLException {
        // Given
        var desk = desk(server()).open();
        var sent = new ArrayList<String>();

        // When
        for (int kill = 0; kill < CUTS; kill++) {
            var ids =
                    IntStream.range(0, 100).mapToObj(i -> Ids.next().toString()).toList();
            var writing = together(
                            desk,
                            ids.stream()
                                    .map(id -> (Work) mail(id, ADA, "Hello"))
                                    .toList())
                    .subscribe()
                    .withSubscriber(UniAssertSubscriber.create());
            kill(Desk.NAME);
            writing.awaitItem(SOON);
            sent.addAll(ids);
        }

        // Then
        assertThat(sent).allSatisfy(id -> assertThat(messages(id)).isEqualTo(1));
    }

    @Test
    void twoPoisonedOf256AreSetAsideAnd254AreStored() throws SQLException {
        // Given
        var desk = desk(server());
        var works = IntStream.range(0, 256)
                .mapToObj(i -> (Work) mail(Ids.next().toString(), ADA, i == 17 || i == 200 ? "A \0 inside" : "Hello"))
                .toList();
        var writing = together(desk, works).subscribe().withSubscriber(UniAssertSubscriber.create());

        // When
        desk.open();
        var written = writing.awaitItem(SOON).getItem();

        // Then
        assertThat(written.stream().filter(each -> each.conversation() != null)).hasSize(254);
        assertThat(aside(works.get(17))).isOne();
        assertThat(aside(works.get(200))).isOne();
    }

    @Test
    void anIdTooLongForAnIndexIsSetAsideAndItsNeighbourIsStored() throws SQLException {
        // Given
        var bytes = new byte[8000];
        new SecureRandom().nextBytes(bytes);
        var poison = mail(HexFormat.of().formatHex(bytes), ADA, "Hello");
        var desk = desk(server());
        var writing = together(desk, List.of(poison, mail(Ids.next().toString(), ADA, "Good")))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());

        // When
        desk.open();
        var written = writing.awaitItem(SOON).getItem();

        // Then
        assertThat(written.get(0)).isEqualTo(Written.NOTHING);
        assertThat(written.get(1).conversation()).isNotNull();
        assertThat(aside(poison)).isOne();
    }

    @Test
    void whatTheDatabaseWillNotHaveInTheEnvelopeIsStillSetAside() throws SQLException {
        // Given
        var good = Samples.raw("Hello \0");
        var raw =
                new Raw(good.id(), good.account(), "email", good.at(), "a\0b", List.of("c\0d"), 7, null, good.bytes());

        // When
        var written = writer.write(new Work.SetAside(raw, "Not \0 understood"))
                .await()
                .atMost(SOON);

        // Then
        assertThat(written).isEqualTo(Written.NOTHING);
    }

    @Test
    void newsOfAMessageWeDoNotHaveIsSetAside() throws SQLException {
        // Given
        var receipt = new Receipt(
                Samples.SUPPORT,
                List.of(Ids.next().toString()),
                Samples.now(),
                new Target.Named(UUID.randomUUID(), 1),
                DeliveryState.FAILED,
                null);
        var work = new Work.Take(receipt, Samples.raw("A bounce"));

        // When
        var written = writer.write(work).await().atMost(SOON);

        // Then
        assertThat(written).isEqualTo(Written.NOTHING);
        assertThat(aside(work)).isOne();
    }

    @Test
    void aFullQueueSaysSoAndKeepsWhatItHas() {
        // Given
        var desk = desk(server(), 4);
        var fits = together(desk, mails(4)).subscribe().withSubscriber(UniAssertSubscriber.create());

        // When / Then
        assertThatThrownBy(() -> all(desk, mails(1))).isInstanceOf(Overloaded.class);
        desk.open();
        assertThat(fits.awaitItem(SOON).getItem()).allMatch(written -> written.conversation() != null);
    }

    @Test
    void commandsGoBeforeInput() {
        // Given
        var opened =
                writer.write(mail(Ids.next().toString(), ADA, "Hello")).await().atMost(SOON);
        var desk = desk(server(), 1000);
        var input = together(desk, mails(600)).subscribe().withSubscriber(UniAssertSubscriber.create());
        var note = together(
                        desk,
                        List.of(order(opened.conversation(), ANNA, null, new Command.WriteNote(Content.of("Now")))))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());

        // When
        desk.open();

        // Then
        var noted =
                note.awaitItem(SOON).getItem().getFirst().recorded().getFirst().position();
        var firsts = input.awaitItem(SOON).getItem().stream()
                .map(written -> written.recorded().getFirst().position());
        assertThat(firsts).allMatch(position -> position > noted);
    }

    @Test
    void stoppingWritesWhatWasTakenAndTakesNothingMore() {
        // Given
        var desk = desk(server(), 1000).open();
        var writing = together(desk, mails(500)).subscribe().withSubscriber(UniAssertSubscriber.create());

        // When
        desk.stop();

        // Then
        assertThat(writing.awaitItem(SOON).getItem()).hasSize(500).allMatch(written -> written.conversation() != null);
        assertThatThrownBy(() -> all(desk, mails(1))).isInstanceOf(Overloaded.class);
    }

    private PgConnectOptions server() {
        return Desk.database(url, user, password);
    }

    private Desk desk(PgConnectOptions server) {
        return desk(server, 1024);
    }

    private Desk desk(PgConnectOptions server, int queue) {
        var desk = new Desk(vertx, server, Desk.config(queue));
        desks.add(desk);
        return desk;
    }

    private static List<Work> mails(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> (Work) mail(Ids.next().toString(), ADA, "Hello"))
                .toList();
    }

    private static List<Written> all(Desk desk, List<Work> works) {
        return together(desk, works).await().atMost(SOON);
    }

    private static Uni<List<Written>> together(Desk desk, List<Work> works) {
        return Uni.join().all(works.stream().map(desk.writer()::write).toList()).andFailFast();
    }

    private void kill(String application) throws SQLException {
        count("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = ?", application);
    }

    private long messages(String externalId) throws SQLException {
        return count("select count(*) from interaction where body ->> 'external_id' = ?", externalId);
    }

    private long types(UUID conversation, String type) throws SQLException {
        return count(
                "select count(*) from interaction i join conversation c on c.number = i.conversation"
                        + " where c.id = ? and i.type = ?",
                conversation,
                type);
    }

    private long aside(Work work) throws SQLException {
        return count(
                "select count(*) from quarantine where raw = ? and resolved_at is null",
                ((Work.Take) work).raw().id());
    }

    private void assertEverythingFolds() throws SQLException {
        try (var connection = database.getConnection()) {
            Folds.assertEqualRows(connection);
        }
    }

    private long count(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
