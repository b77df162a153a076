package io.firth.bench;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What reports of half a year cost with a tenth of the messages, and with all of them. */
final class ReportsRow implements Row {

    private static final double EXPONENT = 0.05;
    private static final double REPORT_MS = 300;
    private static final double PAGE_MS = 200;
    /** With fewer messages there are days on which an agent or a label has nothing, and a row more when it has. */
    private static final int JUDGED = 1_000_000;

    private static final int REPEATED = 20;
    private static final int PAGES = 20;

    @Override
    public String id() {
        return "reports";
    }

    /** What is added up anew leaves holes behind, so the few are added up more than once too, like the many. */
    @Override
    public void measure(Stage stage, Results results) {
        int all = stage.options().messages();
        stage.grow(all / 100);
        stage.settled();
        stage.grow(all / 10);
        stage.settled();
        var few = costs(stage);
        stage.grow(all);
        long began = System.nanoTime();
        stage.settled();
        results.add(Result.of(
                id(), "after the import until everything is added up", "seconds", (System.nanoTime() - began) / 1e9));
        var many = costs(stage);
        var ids = ids(stage);
        for (var asked : Asked.ALL) {
            grows(results, asked, few.get(asked), many.get(asked), all >= JUDGED);
            var times = new Times();
            for (int i = 0; i < REPEATED; i++) {
                times.time(() -> stage.api().get(asked.report(ids)));
            }
            results.add(times.result(id(), asked.toString()).atMost(REPORT_MS));
        }
        for (var asked : Asked.BEHIND) {
            results.add(pages(stage, asked, ids).result(id(), "behind " + asked).atMost(PAGE_MS));
        }
    }

    private void grows(Results results, Asked asked, long few, long many, boolean isJudged) {
        results.add(
                Result.of(id(), asked.toString(), "buffers", many).between(Math.min(few, many), Math.max(few, many)));
        var exponent = Result.of(id(), asked.toString(), "exponent of buffers", Math.log10((double) many / few));
        results.add(isJudged ? exponent.atMost(EXPONENT) : exponent);
    }

    /** The second time, so that nothing is counted which is read once only, such as the catalogue. */
    private static Map<Asked, Long> costs(Stage stage) {
        var ids = ids(stage);
        var costs = new LinkedHashMap<Asked, Long>();
        for (var asked : Asked.ALL) {
            stage.api().get(asked.report(ids));
            stage.database().forget();
            stage.api().get(asked.report(ids));
            costs.put(asked, stage.database().reportBuffers());
        }
        return costs;
    }

    private static Times pages(Stage stage, Asked asked, Map<String, String> ids) {
        var times = new Times();
        var next = "";
        for (int i = 0; i < PAGES && next != null; i++) {
            var after = next;
            var page = times.time(() -> stage.api().json(asked.intervals(ids) + after));
            next = page.path("next").isNull()
                    ? null
                    : "&after=" + page.path("next").asText();
        }
        return times;
    }

    static Map<String, String> ids(Stage stage) {
        var ids = new HashMap<String, String>();
        ids.put("TEAM", stage.database().text("select id from team where name = 'Team 1'"));
        ids.put("AGENT", stage.database().text("select id from agent where email = 'agent1@desk.example'"));
        return ids;
    }
}
