package io.firth.metrics.projection;

import io.firth.home.Home;
import io.firth.journal.Chunk;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.metrics.MetricsConfig;
import io.firth.metrics.definition.Definitions;
import io.firth.metrics.fact.Course;
import io.firth.metrics.fact.Facts;
import io.firth.metrics.fact.Measure;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Folds what happens into facts. Facts, the state of the fold and how far it has come change in one transaction, so that the
 * same interactions told again change nothing.
 */
@Singleton
class Projection {

    private static final int CHUNK = 2000;

    /** Nobody else writes facts, or adds them up, meanwhile: on this node or another. */
    private static final String LOCK = "select pg_advisory_xact_lock(7165116728341)";

    private static final String ADVANCE = """
            update metrics.progress set position = greatest(position, $1), at = greatest(at, $2)""";

    private static final String EMPTY = """
            truncate metrics.course, metrics.fact, metrics.cell, metrics.histogram, metrics.span,
              metrics.visit, metrics.stale;
            update metrics.progress set position = 0, at = null""";

    private final Pool pool;
    private final Journal journal;
    private final Definitions definitions;
    private final Measure measure;
    private final String zone;
    private final Event<Advanced> advanced;

    Projection(
            Pool pool,
            Journal journal,
            Definitions definitions,
            MetricsConfig config,
            Home home,
            Event<Advanced> advanced) {
        this.pool = pool;
        this.journal = journal;
        this.definitions = definitions;
        this.measure = new Measure(config.expected());
        this.zone = home.zone().getId();
        this.advanced = advanced;
    }

    @Incoming("metrics")
    Uni<Void> on(Chunk chunk) {
        return alone(database ->
                        Generation.live(database).chain(generation -> take(database, generation, chunk.recorded())))
                .invoke(() ->
                        advanced.fire(new Advanced(chunk.recorded().getLast().position())));
    }

    /** What the tables were made by; figures made by another measure are made anew. */
    String measure() {
        var apart = List.of(definitions.flagsOfWhatHappened(), definitions.flagsOfWhatStood());
        return "%d %d %s %s %x"
                .formatted(Course.VERSION, Dimensions.VERSION, measure.expected(), zone, apart.hashCode());
    }

    /**
     * Makes all figures anew from the journal, beside those that are read meanwhile, and puts them in their place when both
     * stand at one position.
     *
     * @param read is told up to which position the journal has been read
     */
    Uni<Void> rebuild(LongConsumer read) {
        return alone(database -> Generation.live(database)
                        .map(Generation::other)
                        .call(made -> database.query(made.sql(EMPTY)).execute()))
                .chain(made -> catchUp(made, read));
    }

    /**
     * Less than a whole chunk is little enough for the last step; more keeps arriving for ever. One chunk after the other, and not one in the
     * other, which would keep all of the journal in memory.
     */
    private Uni<Void> catchUp(Generation made, LongConsumer read) {
        var position = new AtomicLong();
        return Multi.createBy()
                .repeating()
                .uni(() -> chunk(made, position).invoke(() -> read.accept(position.get())))
                .whilst(whole -> whole)
                .collect()
                .last()
                .chain(() -> swap(made, position.get()));
    }

    /** Takes a chunk if there is a whole one, and tells whether there was. */
    private Uni<Boolean> chunk(Generation made, AtomicLong position) {
        return journal.after(position.get(), CHUNK)
                .chain(recorded -> recorded.size() < CHUNK
                        ? Uni.createFrom().item(false)
                        : alone(database -> isStill(database, made, position.get())
                                        .chain(() -> take(database, made, recorded)))
                                .invoke(() -> position.set(recorded.getLast().position()))
                                .replaceWith(true));
    }

    /** Another node that begins as well empties the tables: then the first one gives up. */
    private static Uni<Void> isStill(SqlConnection database, Generation made, long position) {
        return made.position(database)
                .chain(its -> its == position
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new IllegalStateException("Figures are made anew by another node")));
    }

    /** The last step is done while nobody else writes; what came meanwhile is little. */
    private Uni<Void> swap(Generation made, long position) {
        return alone(database -> made.other()
                .position(database)
                .call(() -> isStill(database, made, position))
                .chain(live -> finish(database, made, position, live))
                .chain(() -> database.preparedQuery("update metrics_generation set live = $1, measure = $2")
                        .execute(Tuple.of(made.letter(), measure())))
                .replaceWithVoid());
    }

    private Uni<Void> finish(SqlConnection database, Generation made, long position, long live) {
        return position >= live
                ? Uni.createFrom().voidItem()
                : journal.after(position, CHUNK).chain(recorded -> take(database, made, recorded)
                        .chain(() -> finish(database, made, recorded.getLast().position(), live)));
    }

    private Uni<Void> take(SqlConnection database, Generation generation, List<Recorded> recorded) {
        var numbers = recorded.stream().map(Recorded::number).collect(Collectors.toSet());
        var last = recorded.getLast();
        return Courses.read(database, generation, numbers)
                .chain(courses -> {
                    var facts = new Facts();
                    recorded.forEach(each -> fold(courses, each, facts));
                    return new FactTable(database, generation, zone)
                            .write(facts)
                            .chain(() -> Courses.write(database, generation, courses));
                })
                .chain(() -> database.preparedQuery(generation.sql(ADVANCE))
                        .execute(Tuple.of(last.position(), last.entry().at().atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    private void fold(Map<Long, Course> courses, Recorded recorded, Facts facts) {
        var course = courses.get(recorded.number());
        if (course == null) {
            throw new IllegalStateException("Conversation " + recorded.number() + " has interactions and no row");
        }
        course.take(recorded.entry(), recorded.imported() ? null : recorded.storedAt(), measure, facts);
    }

    <T> Uni<T> alone(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(database -> database.query(LOCK).execute().chain(() -> work.apply(database)));
    }
}
