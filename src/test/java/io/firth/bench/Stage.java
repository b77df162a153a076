package io.firth.bench;

import io.firth.Packaged;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A packaged product with a PostgreSQL that makes everything last, on ports of its own, and the history that it was told. It starts when it
 * is asked for first.
 */
final class Stage implements AutoCloseable {

    static final String HEAP = "-Xmx256m";

    private static final Duration LONGEST = Duration.ofHours(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Options options;
    private final Results results;
    private final List<Told> told = new ArrayList<>();
    private @Nullable Product product;

    /** What has started. */
    private record Product(Packaged firth, Api api, Database database) {}

    Stage(Options options, Results results) {
        this.options = options;
        this.results = results;
    }

    private Product product() {
        if (product == null) {
            product = start(options.home());
        }
        return product;
    }

    private static Product start(@Nullable Path home) {
        var firth = home == null ? Packaged.in("bench") : Packaged.at(home.toAbsolutePath());
        Database.count(firth.home());
        firth.with("FIRTH_WEBHOOK_RATE", "600000")
                .with("FIRTH_EGRESS_ALLOW", "127.0.0.0/8")
                .java(HEAP)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(firth.process()::destroy));
        return new Product(firth, Api.of(firth), Database.of(firth));
    }

    /** What it measured in, as far as it was needed. */
    Machine describe(Machine machine) {
        return product == null
                ? machine
                : machine.with("postgresql", database().text("show server_version"))
                        .with("heap", HEAP);
    }

    Options options() {
        return options;
    }

    Api api() {
        return product().api();
    }

    Database database() {
        return product().database();
    }

    Packaged firth() {
        return product().firth();
    }

    Path home() {
        return firth().home();
    }

    /** Tells it so much history that it has at least so many messages of it, in files of at most so many lines as are asked for. */
    void grow(int messages) {
        int conversations = told.stream()
                .mapToInt(each -> each.history().first() + each.history().conversations())
                .max()
                .orElse(0);
        int wanted = (messages + History.MESSAGES - 1) / History.MESSAGES;
        while (conversations < wanted) {
            int more = Math.min(wanted - conversations, options.lines() / History.PER_CONVERSATION);
            tell(new History(conversations, more * History.PER_CONVERSATION));
            conversations += more;
        }
    }

    /** The longest file that was told. */
    Optional<Told> longest() {
        return told.stream()
                .max((one, other) ->
                        Integer.compare(one.history().lines(), other.history().lines()));
    }

    Told tell(History history) {
        var one = Telling.tell(this, history, results);
        told.add(one);
        return one;
    }

    /** Waits until everything that happened is in the figures. */
    void caughtUp() {
        await(() -> database().text("select max(position) from interaction").equals(position()));
    }

    /** Waits until nothing is left to be added up. */
    void settled() {
        caughtUp();
        await(() ->
                database().number("select count(*) from " + live() + ".stale where at < now() - interval '27 hours'")
                        == 0);
        database().run("vacuum analyze");
    }

    String position() {
        return database().text("select position from " + live() + ".progress");
    }

    /** The schema of the figures that are read. */
    String live() {
        return "metrics_" + database().text("select live from metrics_generation");
    }

    void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .until(condition);
    }

    @Override
    public void close() {
        if (product == null) {
            return;
        }
        product.database().close();
        product.firth().close();
        if (options.home() == null) {
            Packaged.in("bench");
        }
    }
}
