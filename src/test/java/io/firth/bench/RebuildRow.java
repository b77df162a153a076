package io.firth.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** All figures made anew while messages keep arriving: the same ones, byte for byte. */
final class RebuildRow implements Row {

    private static final int RATE = 20;

    /** Facts of whom nothing was told after the change of sets: those in both, or in one only, that are not the same. */
    private static final String DIFFERENT = """
            select count(*) from OLD.fact kept full join NEW.fact made using (kind, conversation, n, stage)
            where kept is distinct from made and not exists (
              select from interaction i where i.conversation = conversation and i.position > (select position from OLD.progress))""";

    private static final String DIFFERENT_COURSES = """
            select count(*) from OLD.course kept full join NEW.course made using (conversation)
            where kept is distinct from made and not exists (
              select from interaction i where i.conversation = conversation and i.position > (select position from OLD.progress))""";

    @Override
    public String id() {
        return "rebuild";
    }

    @Override
    public void measure(Stage stage, Results results) {
        stage.grow(stage.options().messages());
        stage.settled();
        var before = reports(stage);
        var old = stage.live();
        double seconds;
        long arrived;
        try (var intake = Intake.into(stage)) {
            intake.every(Duration.ofNanos(1_000_000_000L / RATE));
            long began = System.nanoTime();
            stage.api().post("/api/reports/rebuild", new HashMap<>());
            stage.await(() -> !state(stage).equals("running"));
            seconds = (System.nanoTime() - began) / 1e9;
            arrived = intake.acknowledged().size();
        }
        var made = stage.live();
        stage.settled();
        results.add(Result.of(id(), "while " + RATE + " messages/s arrive", "seconds", seconds));
        results.add(Result.of(id(), "meanwhile", "messages taken in", arrived).atLeast(RATE * seconds * 0.9));
        results.add(Result.of(id(), "sets of tables", "put in place", made.equals(old) ? 0 : 1)
                .atLeast(1));
        results.add(
                Result.of(id(), "facts", "compared", stage.database().number("select count(*) from " + old + ".fact")));
        results.add(Result.of(id(), "facts", "different", differences(stage, DIFFERENT, old, made))
                .atMost(0));
        results.add(Result.of(id(), "states of the fold", "different", differences(stage, DIFFERENT_COURSES, old, made))
                .atMost(0));
        results.add(
                Result.of(id(), "reports of the half year", "that read differently", different(before, reports(stage)))
                        .atMost(0));
    }

    private static String state(Stage stage) {
        return stage.api().json("/api/reports/rebuild").path("state").asText();
    }

    private static long differences(Stage stage, String query, String old, String made) {
        return stage.database().number(query.replace("OLD", old).replace("NEW", made));
    }

    private static List<String> reports(Stage stage) {
        var ids = ReportsRow.ids(stage);
        var texts = new ArrayList<String>();
        Asked.ALL.forEach(asked -> texts.add(stage.api().get(asked.report(ids))));
        return texts;
    }

    private static int different(List<String> before, List<String> after) {
        int different = 0;
        for (int i = 0; i < before.size(); i++) {
            different += before.get(i).equals(after.get(i)) ? 0 : 1;
        }
        return different;
    }
}
