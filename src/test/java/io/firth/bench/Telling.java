package io.firth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Hands a history over and follows its job to the end. */
final class Telling {

    private static final int PIPE = 1 << 16;
    private static final int LOOKS = 10;

    private final Stage stage;
    private final Memory memory;
    private final Set<Long> seen = new HashSet<>();

    private Telling(Stage stage) {
        this.stage = stage;
        this.memory = new Memory(stage.firth().process().pid());
    }

    static Told tell(Stage stage, History history, Results results) {
        results.say("  importing " + history.lines() + " lines");
        return new Telling(stage).tell(history);
    }

    private Told tell(History history) {
        long began = System.nanoTime();
        var id = handOver(history).path("id").asText();
        long kept = System.nanoTime();
        stage.await(() -> isOver(id, history));
        long taken = System.nanoTime();
        memory.look();
        var job = stage.api().json("/api/import/" + id);
        if (!job.path("state").asText().equals("done")) {
            throw new IllegalStateException("The import ended so: " + job);
        }
        return new Told(
                history,
                job.path("accepted").asLong(),
                job.path("known").asLong(),
                job.path("refused").asLong(),
                (kept - began) / 1e9,
                (taken - kept) / 1e9,
                seen.size(),
                memory);
    }

    private JsonNode handOver(History history) {
        return stage.api()
                .post(
                        "/api/import?source=bench&name=" + history.first() + ".ndjson",
                        "application/x-ndjson",
                        BodyPublishers.ofInputStream(() -> stream(history)));
    }

    private static PipedInputStream stream(History history) {
        try {
            var end = new PipedInputStream(PIPE);
            var begin = new PipedOutputStream(end);
            Thread.ofPlatform().daemon().start(() -> {
                try (var out = new PrintStream(new BufferedOutputStream(begin, PIPE), false, StandardCharsets.UTF_8)) {
                    history.write(out);
                }
            });
            return end;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean isOver(String id, History history) {
        var job = stage.api().json("/api/import/" + id);
        long come = job.path("accepted").asLong()
                + job.path("known").asLong()
                + job.path("refused").asLong();
        if (seen.add(come) && come * LOOKS / history.lines() >= memory.heaps().size() + 1) {
            memory.look();
        }
        return !job.path("state").asText().matches("receiving|queued|running");
    }
}
