package io.firth.bench;

import io.firth.suggestion.embed.Embedder;
import io.firth.suggestion.embed.Lane;
import io.firth.suggestion.embed.LocalEmbedder;
import io.firth.suggestion.embed.LocalModel;
import io.firth.suggestion.rank.Ranker;
import io.firth.suggestion.rank.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How well questions are understood by a model in this process, and how fast. Needs no product. */
final class AssistRow implements Row {

    private static final Path TARGET = Path.of("target");
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long SEED = 20_261_128;
    private static final int WINDOW = 2_000;
    private static final int BULK = 500;
    private static final int TIMED = 400;
    private static final int LONG = 100;
    private static final double MORE_OUTSIDE = 0.40;

    @Override
    public String id() {
        return "assist";
    }

    @Override
    public void measure(Stage stage, Results results) {
        var shared = stage.options().shared();
        var intents = new Intents(shared);
        if (!intents.areThere()) {
            results.say("  There is no data/intents in "
                    + shared.toAbsolutePath().normalize() + "; --shared=folder says where it is.");
            results.add(figure("public questions", "sets that are there", 0).atLeast(2));
            return;
        }
        var model = stage.options().model();
        try (var embedder = new LocalEmbedder(model, TARGET.resolve("natives"))) {
            new Measuring(embedder, intents, results, model == LocalModel.BGE_SMALL_EN).all();
        }
    }

    private Result figure(String path, String figure, double value) {
        return Result.of(id(), path, figure, value);
    }

    /** Of one model. Goals are those of ASSIST.md, which are the default model's. */
    private final class Measuring {

        private final Embedder embedder;
        private final Intents intents;
        private final Results results;
        private final boolean hasGoals;
        private final Vectors vectors;

        Measuring(Embedder embedder, Intents intents, Results results, boolean hasGoals) {
            this.embedder = embedder;
            this.intents = intents;
            this.results = results;
            this.hasGoals = hasGoals;
            this.vectors = new Vectors(embedder, TARGET.resolve("embeddings"));
        }

        void all() {
            results.say("  " + embedder.model());
            load();
            var bank = learned(intents.bank());
            ranked(bank, 5, WINDOW, 90, 97);
            ranked(bank, 10, Integer.MAX_VALUE, 94, 98.4);
            refused();
            grouped(bank);
            timed(bank);
        }

        private void add(Result result, double goal, boolean atLeast) {
            results.add(!hasGoals ? result : atLeast ? result.atLeast(goal) : result.atMost(goal));
        }

        private List<Question> learned(List<Intents.Line> lines) {
            vectors.learn(lines, results);
            return lines.stream().map(line -> line.with(vectors::of)).toList();
        }

        private void load() {
            var memory = new Memory(ProcessHandle.current().pid());
            memory.look();
            long began = System.nanoTime();
            embed(List.of("Where is my parcel?"), Lane.INTERACTIVE);
            results.add(figure("the first text", "seconds until it is embedded", since(began)));
            memory.look();
            var texts =
                    intents.bank().stream().limit(BULK).map(Intents.Line::text).toList();
            began = System.nanoTime();
            embed(texts, Lane.BACKGROUND);
            results.add(figure("short texts nobody waits for", "a second", BULK / since(began)));
            memory.look();
            var megabytes = memory.residents();
            results.add(figure("real memory", "MB more with the model", megabytes.get(1) - megabytes.getFirst()));
            results.add(
                    figure("real memory", "MB more after " + BULK + " texts", megabytes.get(2) - megabytes.getFirst()));
        }

        private void embed(List<String> texts, Lane lane) {
            embedder.embed(texts, lane).await().atMost(LONGEST);
        }

        private void ranked(List<Question> bank, int folds, int past, double first, double three) {
            long began = System.nanoTime();
            var hits = Hits.of(Folds.of(bank, folds, SEED), past);
            var path = past == WINDOW
                    ? "2,000 past questions of 77 topics"
                    : "%,d past questions of 77 topics".formatted(bank.size() * (folds - 1) / folds);
            add(pooled(path, "% right first", Hits::firstOf100, hits, Hits.all(hits)), first, true);
            add(pooled(path, "% right in three", Hits::threeOf100, hits, Hits.all(hits)), three, true);
            results.add(figure(path, "seconds for " + folds + " folds", since(began)));
        }

        private void refused() {
            long began = System.nanoTime();
            var own = learned(intents.mixed("train"));
            var known = learned(intents.mixed("val"));
            var strangers = learned(intents.mixed("oos_val"));
            var others = learned(intents.mixed("oos_train"));
            var folds = Given.of(Folds.of(own, 5, SEED), known, strangers, others);
            var all = Given.all(folds);
            ToDoubleFunction<Given> right = its -> its.precision(Given.OUTSIDE);
            ToDoubleFunction<Given> rightOfFewer = its -> its.precision(MORE_OUTSIDE);
            ToDoubleFunction<Given> answered = its -> its.coverage(Given.OUTSIDE);
            add(pooled("150 topics, 18 % outside", "% precision", right, folds, all), 95, true);
            add(pooled("150 topics, 18 % outside", "% answered", answered, folds, all), 74, true);
            add(pooled("outside", "% answered", Given::strangersOf100, folds, all), 7, false);
            add(pooled("the same, 40 % outside", "% precision", rightOfFewer, folds, all), 93, true);
            results.add(figure("the same, 40 % outside", "% answered", all.coverage(MORE_OUTSIDE)));
            results.add(figure("150 topics", "seconds for 5 folds", since(began)));
        }

        /** Of all questions; beside it the worst fold and the best. */
        private <T> Result pooled(String path, String figure, ToDoubleFunction<T> of, List<T> folds, T all) {
            var each = folds.stream().mapToDouble(of).summaryStatistics();
            return figure(path, figure, of.applyAsDouble(all)).between(each.getMin(), each.getMax());
        }

        private void grouped(List<Question> bank) {
            var runs = LongStream.rangeClosed(1, 3)
                    .mapToObj(seed -> Issues.of(bank, WINDOW, seed))
                    .toList();
            add(mean(runs, "of the top 5 issues found", Issues::found), 4, true);
            add(mean(runs, "agreement with topics (NMI)", Issues::agreement), 0.80, true);
            results.add(mean(runs, "% purity", Issues::purity));
            results.add(mean(runs, "groups", Issues::groups));
            results.add(mean(runs, "seconds", Issues::seconds));
        }

        private Result mean(List<Issues> runs, String figure, ToDoubleFunction<Issues> of) {
            var each = runs.stream().mapToDouble(of).summaryStatistics();
            return figure("2,000 messages, 3 times", figure, each.getAverage()).between(each.getMin(), each.getMax());
        }

        private void timed(List<Question> bank) {
            var folds = Folds.of(bank, 5, SEED);
            var past = folds.past(0).stream().limit(WINDOW).map(Question::past).toList();
            long began = System.nanoTime();
            var ranker = new Ranker(past);
            results.add(figure("2,000 pairs", "seconds to learn from", since(began)));
            var texts = folds.asked(0).stream().map(Question::text).toList();
            times(ranker, "short questions, 2,000 pairs", texts.stream().limit(TIMED), 60);
            times(ranker, "questions of 5 to 100 words, 2,000 pairs", longer(texts), 60);
        }

        /** Of every length alike: a question alone or several, cut where they are too long. */
        private Stream<String> longer(List<String> texts) {
            var words = texts.stream()
                    .flatMap(text -> Stream.of(text.split("\\s+")))
                    .toList();
            var lengths =
                    IntStream.range(0, TIMED).map(i -> 5 + i * 37 % (LONG - 4)).toArray();
            var longer = new ArrayList<String>();
            int from = 0;
            for (int length : lengths) {
                longer.add(String.join(" ", words.subList(from, from + length)));
                from = (from + length) % (words.size() - LONG);
            }
            return longer.stream();
        }

        private void times(Ranker ranker, String path, Stream<String> texts, double goal) {
            var all = texts.toList();
            all.stream().limit(TIMED / 8).forEach(text -> suggest(ranker, text));
            var times = new Times();
            all.forEach(text -> times.time(() -> suggest(ranker, text)));
            add(times.result(id(), path), goal, false);
        }

        private Object suggest(Ranker ranker, String text) {
            var embedded =
                    embedder.embed(List.of(text), Lane.INTERACTIVE).await().atMost(LONGEST);
            return ranker.rank(embedded.getFirst().chunks().getFirst(), Words.of(text), 3);
        }

        private static double since(long began) {
            return (System.nanoTime() - began) / 1e9;
        }
    }
}
