package io.firth.journal;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What one transaction carries out: it reads under the lock, decides, and writes. */
record Batch(List<Job> jobs) {

    /** The name of the lock that all nodes share; any constant that nothing else in the database uses. */
    private static final long LOCK = 0x4669727468L;

    /** What a sender is to be told after the commit. */
    record Answer(Job job, Consumer<UniEmitter<? super Written>> give) {}

    private record Decided(Job job, Written written) {}

    Uni<List<Answer>> carryOut(SqlConnection database) {
        return lock(database)
                .chain(() -> Reads.of(jobs.stream().map(Job::work).toList()).from(database))
                .map(Plan::new)
                .chain(plan -> decide(database, plan));
    }

    /** A statement of its own: read together with the lock, rows would be those from before it was granted. */
    static Uni<Void> lock(SqlConnection database) {
        return database.preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(Tuple.of(LOCK))
                .replaceWithVoid();
    }

    private Uni<List<Answer>> decide(SqlConnection database, Plan plan) {
        var answers = new ArrayList<Answer>();
        var decided = new ArrayList<Decided>();
        for (var job : jobs) {
            try {
                decided.add(new Decided(job, plan.add(job.work())));
            } catch (RuntimeException refusal) {
                answers.add(new Answer(job, sender -> sender.fail(refusal)));
            }
        }
        return Rows.write(database, plan.changes).map(recorded -> {
            var byConversation = recorded.stream().collect(Collectors.groupingBy(Recorded::conversation));
            for (var each : decided) {
                var answer = placed(each.written(), byConversation);
                answers.add(new Answer(each.job(), sender -> sender.complete(answer)));
            }
            return answers;
        });
    }

    private static Written placed(Written written, Map<UUID, List<Recorded>> recorded) {
        var conversation = written.conversation();
        if (conversation == null || written.repeated()) {
            return written;
        }
        var own = recorded.getOrDefault(conversation, List.of()).stream()
                .filter(each ->
                        each.entry().seq() >= written.firstSeq() && each.entry().seq() <= written.lastSeq())
                .toList();
        return new Written(conversation, written.firstSeq(), written.lastSeq(), false, own);
    }
}
