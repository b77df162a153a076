package io.firth.metrics.report;

import io.firth.home.Home;
import io.firth.metrics.definition.Formula;
import io.firth.metrics.projection.Generation;
import io.firth.metrics.report.Reading.Asked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Answers questions about figures, each from one snapshot of the database. */
@Singleton
class Reports {

    /** To start other processes takes longer than what is read here. */
    private static final String SNAPSHOT = """
            set transaction isolation level repeatable read, read only; set local max_parallel_workers_per_gather = 0""";

    private static final Comparator<List<@Nullable String>> BY_KEY = (one, other) -> {
        for (var n = 0; n < one.size(); n++) {
            var order = Comparator.nullsLast(Comparator.<String>naturalOrder()).compare(one.get(n), other.get(n));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private final Pool pool;
    private final Home home;

    Reports(Pool pool, Home home) {
        this.pool = pool;
        this.home = home;
    }

    /** The figures of a period by group, in the order of their keys. */
    Uni<List<Figure>> figures(Question question) {
        return all(List.of(question)).map(List::getFirst);
    }

    /** The answers to several questions, in their order, all from one snapshot. */
    Uni<List<List<Figure>>> all(List<Question> questions) {
        return inSnapshot((database, generation) -> all(database, generation, questions));
    }

    /** Told to the database one behind the other, without waiting for each answer. */
    Uni<List<List<Figure>>> all(SqlConnection database, Generation generation, List<Question> questions) {
        return Stale.in(database, generation, questions).chain(stale -> Uni.join()
                .all(questions.stream()
                        .map(question -> figures(database, generation, question, stale))
                        .toList())
                .andFailFast());
    }

    /** Reads several things that go together. */
    <T> Uni<T> inSnapshot(BiFunction<SqlConnection, Generation, Uni<T>> reading) {
        return pool.withTransaction(database -> database.query(SNAPSHOT)
                .execute()
                .chain(() -> Generation.live(database))
                .chain(generation -> reading.apply(database, generation)));
    }

    private Uni<List<Figure>> figures(SqlConnection database, Generation generation, Question question, Stale stale) {
        var stretches = stale.stretches(question, home.zone());
        var reading = new Reading(database, generation, question, stretches);
        var standings = new Standings(database, generation, question, stale, home.zone());
        return switch (question.definition().formula()) {
            case Formula.Durations(var all) ->
                reading.tallies(Asked.times(all)).chain(tallies -> reading.histograms(all)
                        .map(histograms -> list(
                                question,
                                tallies,
                                (key, tally) -> Figure.durations(
                                        key.words(), tally, histograms.getOrDefault(key.key(), new Histogram())))));
            case Formula.Count(var all) ->
                reading.tallies(Asked.of(all))
                        .map(tallies -> list(
                                question,
                                tallies,
                                (key, tally) -> Figure.plain(key.words(), tally.n(), some(tally.n()))));
            case Formula.Mean(var all) ->
                reading.tallies(Asked.of(all))
                        .map(tallies -> list(
                                question,
                                tallies,
                                (key, tally) -> Figure.plain(
                                        key.words(),
                                        tally.n(),
                                        tally.n() == 0 ? null : (double) tally.sum() / tally.n())));
            case Formula.Contacts(var all) ->
                reading.tallies(Asked.of(all)).chain(tallies -> standings
                        .contacts(all)
                        .map(contacts -> list(
                                question,
                                tallies,
                                (key, tally) -> Figure.plain(
                                        key.words(),
                                        tally.n(),
                                        some(contacts.getOrDefault(key.key(), Tally.NOTHING)
                                                .n())))));
            case Formula.Portion(var all) ->
                reading.tallies(Asked.of(all))
                        .chain(tallies -> new Reading(database, generation, question.together(), stretches)
                                .tallies(Asked.of(all))
                                .map(together -> portions(question, tallies, together)));
            case Formula.Returning(var all, var lost) ->
                standings
                        .retained(all)
                        .map(tallies -> list(
                                question,
                                tallies,
                                (key, tally) -> Figure.share(key.words(), returning(tally, lost), false)));
            case Formula.Share share ->
                reading.tallies(Asked.of(share))
                        .map(tallies -> list(
                                question,
                                tallies,
                                (key, tally) -> Figure.share(key.words(), tally, share.window() != null)));
            case Formula.Balance balance ->
                reading.tallies(Asked.of(balance))
                        .map(tallies -> list(
                                question,
                                tallies,
                                (key, tally) -> Figure.plain(
                                        key.words(),
                                        tally.n(),
                                        tally.n() == 0
                                                ? null
                                                : (double) (tally.hits() - tally.against()) / tally.n())));
            case Formula.Quotient(var over, var under) ->
                reading.tallies(Asked.of(over)).chain(overs -> reading.tallies(Asked.of(under))
                        .map(unders -> quotients(question, overs, unders)));
            case Formula.Standing(var all, var age) ->
                standings.standing(all, age).map(tallies -> sums(question, tallies, 1));
            case Formula.Oldest(var all) -> standings.oldest(all).map(tallies -> sums(question, tallies, 1_000_000));
            case Formula.Carried(var all) -> standings.carried(all).map(tallies -> sums(question, tallies, 1));
        };
    }

    /** @param words the key as it is told */
    private record Group(List<@Nullable String> key, Map<String, @Nullable String> words) {}

    private static List<Figure> list(
            Question question, Map<List<@Nullable String>, Tally> tallies, BiFunction<Group, Tally, Figure> figure) {
        if (tallies.isEmpty() && question.step() == null && question.groups().isEmpty()) {
            return List.of(figure.apply(new Group(List.of(), Map.of()), Tally.NOTHING));
        }
        var sorted = new TreeMap<List<@Nullable String>, Tally>(BY_KEY);
        sorted.putAll(tallies);
        return sorted.entrySet().stream()
                .map(entry ->
                        figure.apply(new Group(entry.getKey(), words(question, entry.getKey())), entry.getValue()))
                .toList();
    }

    private static List<Figure> sums(Question question, Map<List<@Nullable String>, Tally> tallies, double unit) {
        return list(
                question,
                tallies,
                (key, tally) -> Figure.plain(key.words(), tally.n(), tally.n() == 0 ? null : tally.sum() / unit));
    }

    private static List<Figure> quotients(
            Question question, Map<List<@Nullable String>, Tally> overs, Map<List<@Nullable String>, Tally> unders) {
        var all = new LinkedHashMap<>(overs);
        unders.forEach(all::putIfAbsent);
        return list(question, all, (key, tally) -> {
            var over = overs.getOrDefault(key.key(), Tally.NOTHING).n();
            var under = unders.getOrDefault(key.key(), Tally.NOTHING).n();
            var value = under == 0 ? null : (double) over / under;
            return new Figure(key.words(), under, value, null, null, null, null, null, null, over, null, null);
        });
    }

    private static List<Figure> portions(
            Question question,
            Map<List<@Nullable String>, Tally> tallies,
            Map<List<@Nullable String>, Tally> together) {
        return list(question, tallies, (key, tally) -> {
            var time = key.key().subList(0, question.step() == null ? 0 : 1);
            var all = together.getOrDefault(time, Tally.NOTHING).n();
            return Figure.plain(key.words(), tally.n(), all == 0 ? null : (double) tally.n() / all);
        });
    }

    /** The tally's sum is how many came back. */
    private static Tally returning(Tally tally, boolean lost) {
        var hits = lost ? tally.n() - tally.sum() : tally.sum();
        return new Tally(tally.n(), hits, 0, 0, 0, null, null);
    }

    private static @Nullable Double some(long n) {
        return n == 0 ? null : (double) n;
    }

    private static Map<String, @Nullable String> words(Question question, List<@Nullable String> key) {
        var words = new LinkedHashMap<String, @Nullable String>();
        var n = 0;
        if (question.step() != null) {
            words.put(question.step().word(), key.get(n++));
        }
        for (var group : question.groups()) {
            words.put(group.word(), key.get(n++));
        }
        return words;
    }
}
