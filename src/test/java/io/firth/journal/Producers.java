package io.firth.journal;

import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Several that write at once, each waiting for one answer before the next: new mails, and notes in conversations that all of
 * them share. Also a process of its own, so that two can write to one database.
 */
final class Producers {

    private static final Duration LONG = Duration.ofMinutes(2);

    private Producers() {}

    /** @return how many interactions were written */
    static Uni<Integer> write(Writer writer, List<UUID> shared, int producers, int each) {
        var all = Multi.createFrom()
                .range(0, producers)
                .onItem()
                .transformToUni(producer -> writeOne(writer, shared, producer, each))
                .merge(producers);
        return all.collect().with(java.util.stream.Collectors.summingInt(n -> n));
    }

    private static Uni<Integer> writeOne(Writer writer, List<UUID> shared, int producer, int each) {
        return Multi.createFrom()
                .range(0, each)
                .onItem()
                .transformToUniAndConcatenate(i -> writer.write(work(shared, producer + i)))
                .onItem()
                .transform(written -> written.recorded().size())
                .collect()
                .with(java.util.stream.Collectors.summingInt(n -> n));
    }

    private static Work work(List<UUID> shared, int i) {
        return i % 3 == 0
                ? Samples.mail(Ids.next().toString(), Samples.ADA, "Hello " + i)
                : Samples.order(
                        shared.get(i % shared.size()),
                        Samples.ANNA,
                        null,
                        new Command.WriteNote(Content.of("Note " + i)));
    }

    /** Address, login and password of the database are in the environment; how much, and where, are the arguments. */
    public static void main(String[] arguments) {
        var database = Desk.database(
                System.getenv("PRODUCERS_URL"), System.getenv("PRODUCERS_USER"), System.getenv("PRODUCERS_PASSWORD"));
        var vertx = Vertx.vertx();
        var shared = Stream.of(arguments).skip(2).map(UUID::fromString).toList();
        try (var desk = new Desk(vertx, database, Desk.config(1024)).open()) {
            int written = write(desk.writer(), shared, Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]))
                    .await()
                    .atMost(LONG);
            System.out.println("written " + written);
        } finally {
            // Mutiny's own threads would keep the process.
            System.exit(0);
        }
    }
}
