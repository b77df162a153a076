package io.firth.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Many open boards while messages come in steadily: how long a change takes to each of them, and how many frames they get. */
final class BoardsRow implements Row {

    private static final double LATENCY_MS = 500;
    private static final double FRAMES_GROWTH = 1.1;
    private static final int WARM_UP = 3;

    /** Until then half of one core compiles what is used for the first time. */
    private static final int COMPILED = 30;

    /** Every fourth one is a team's. */
    private static final int OF_ALL = 4;

    @Override
    public String id() {
        return "boards";
    }

    @Override
    public void measure(Stage stage, Results results) {
        var boards = open(stage);
        try {
            warm(stage, stage.options().rates().getFirst());
            var rates = new ArrayList<Double>();
            for (int rate : stage.options().rates()) {
                rates.add(at(stage, results, boards, rate));
            }
            results.add(Result.of(
                            id(),
                            stage.options().rates() + " messages/s",
                            "frames a board, the last rate ÷ the first",
                            rates.getLast() / rates.getFirst())
                    .atMost(FRAMES_GROWTH));
        } finally {
            boards.forEach(OpenBoard::close);
        }
    }

    private static void warm(Stage stage, int rate) {
        try (var intake = Intake.into(stage)) {
            intake.every(Duration.ofNanos(1_000_000_000L / rate));
            pause(COMPILED);
        }
    }

    private static List<OpenBoard> open(Stage stage) {
        var team = stage.database().text("select (array_agg(id order by name))[1] from team");
        var boards = new ArrayList<OpenBoard>();
        for (int i = 0; i < stage.options().boards(); i++) {
            boards.add(OpenBoard.of(
                    stage, i % OF_ALL == OF_ALL - 1 && !team.equals("null") ? "board:" + team : "board:all"));
        }
        return boards;
    }

    /** @return frames/s a board, of those of all */
    private double at(Stage stage, Results results, List<OpenBoard> boards, int rate) {
        int seconds = stage.options().seconds();
        long frames;
        long bytes;
        var path = "%d boards, %d messages/s".formatted(boards.size(), rate);
        try (var intake = Intake.into(stage)) {
            intake.every(Duration.ofNanos(1_000_000_000L / rate));
            pause(WARM_UP);
            long framesBefore = frames(boards);
            long bytesBefore = bytes(boards);
            pause(seconds);
            frames = frames(boards) - framesBefore;
            bytes = bytes(boards) - bytesBefore;
            intake.close();
            pause(WARM_UP);
            results.add(latency(stage, boards, intake, path).atMost(LATENCY_MS));
            var answers = new Times();
            intake.acknowledged().forEach(each -> answers.add(each.milliseconds()));
            results.add(answers.result(id(), path + ": acknowledged"));
            results.add(Result.of(
                            id(),
                            path,
                            "messages not acknowledged",
                            intake.sent() - intake.acknowledged().size())
                    .atMost(0));
        }
        double each = (double) frames / boards.size() / seconds;
        results.add(Result.of(id(), path, "frames/s a board", each));
        results.add(Result.of(id(), path, "kB/s a board", bytes / 1024.0 / boards.size() / seconds));
        return each;
    }

    /** From the acknowledgement of each message to each board's first frame that knows of it. */
    private Result latency(Stage stage, List<OpenBoard> boards, Intake intake, String path) {
        var positions = positions(stage, intake.run());
        var times = new Times();
        for (var each : intake.acknowledged()) {
            long position = positions.get(each.nth());
            for (var board : boards) {
                times.add(Math.max(0, board.knew(position) - each.at()) / 1e6);
            }
        }
        return times.result(id(), path + ": acknowledged → frame");
    }

    private static Map<Integer, Long> positions(Stage stage, String run) {
        var text = stage.database().text("""
                select string_agg(a.key || '-' || i.position, ',') from accepted a
                join conversation c on c.id = a.conversation join interaction i on i.conversation = c.number and i.seq = a.first_seq
                where a.key like '%%%s-%%'""".formatted(run));
        var positions = new HashMap<Integer, Long>();
        for (var each : text.split(",")) {
            var parts = each.split("-");
            positions.put(Integer.parseInt(parts[parts.length - 2]), Long.parseLong(parts[parts.length - 1]));
        }
        return positions;
    }

    private static long frames(List<OpenBoard> boards) {
        return boards.stream().mapToLong(OpenBoard::frames).sum();
    }

    private static long bytes(List<OpenBoard> boards) {
        return boards.stream().mapToLong(OpenBoard::bytes).sum();
    }

    /** The measuring itself takes so long. */
    private static void pause(int seconds) {
        try {
            new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
