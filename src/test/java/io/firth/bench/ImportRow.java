package io.firth.bench;

import java.util.Collections;
import java.util.List;

/** A long file taken in to its end with a small heap, and the same file a second time. */
final class ImportRow implements Row {

    private static final double HEAP_MB = 200;
    private static final double GROWTH = 1.5;

    @Override
    public String id() {
        return "import";
    }

    @Override
    public void measure(Stage stage, Results results) {
        var once = stage.longest()
                .filter(told -> told.history().lines() >= stage.options().lines())
                .orElseGet(() -> stage.tell(new History(0, stage.options().lines())));
        var kept = contents(stage);
        var twice = stage.tell(once.history());
        int lines = once.history().lines();
        add(results, lines + " lines, once", once);
        results.add(Result.of(id(), "once", "lines neither taken nor refused", lines - once.accepted() - once.refused())
                .atMost(0));
        results.add(Result.of(id(), "once", "lines refused wrongly", Math.abs(once.refused() - History.UNFIT))
                .atMost(0));
        results.add(Result.of(id(), "once", "steps of progress seen", once.progress())
                .atLeast(Math.min(20, lines / 10_000)));
        add(results, lines + " lines, twice", twice);
        results.add(
                Result.of(id(), "twice", "lines taken again", twice.accepted()).atMost(0));
        results.add(Result.of(id(), "twice", "tables that changed", kept.equals(contents(stage)) ? 0 : 1)
                .atMost(0));
    }

    private void add(Results results, String path, Told told) {
        results.add(Result.of(id(), path, "lines/s", told.linesASecond()));
        results.add(Result.of(id(), path, "seconds until kept", told.kept()));
        var heaps = told.memory().heaps();
        results.add(most(path, "MB of heap after a collection", heaps).atMost(HEAP_MB));
        double early = Collections.max(heaps.subList(0, Math.max(1, heaps.size() / 3)));
        double late = Collections.max(heaps.subList(heaps.size() * 2 / 3, heaps.size()));
        results.add(Result.of(id(), path, "heap in its last third ÷ in its first", late / early)
                .atMost(GROWTH));
        results.add(most(path, "MB of real memory", told.memory().residents()));
    }

    private Result most(String path, String figure, List<Long> values) {
        return Result.of(id(), path, figure, Collections.max(values))
                .between(Collections.min(values), Collections.max(values));
    }

    /** What an import writes, in short. */
    private static String contents(Stage stage) {
        stage.caughtUp();
        return stage.database().text("""
                select (select count(*) || ' ' || max(position) from interaction) || ' '
                  || (select count(*) || ' ' || sum(seq) from conversation) || ' '
                  || (select count(*) from contact) || ' ' || (select count(*) from agent) || ' '
                  || (select count(*) from accepted) || ' ' || (select count(*) from delivery) || ' '
                  || (select count(*) from timer) || ' '
                  || (select count(*) || ' ' || sum(wall) from LIVE.fact)""".replace("LIVE", stage.live()));
    }
}
