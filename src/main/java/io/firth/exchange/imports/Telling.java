package io.firth.exchange.imports;

import io.firth.customer.CustomerEvents;
import io.firth.customer.CustomerEvents.NewEvent;
import io.firth.exchange.imports.Line.What;
import io.firth.exchange.imports.Pages.Entry;
import io.firth.exchange.imports.Running.Claimed;
import io.firth.exchange.imports.Running.Refusal;
import io.firth.exchange.imports.Running.Step;
import io.firth.journal.Verdict;
import io.firth.journal.Work;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns staged lines into what the journal is told, and its verdicts into how far a job has come. */
@Singleton
class Telling {

    private final Finding finding;
    private final Pasts pasts;
    private final CustomerEvents events;
    private final Running running;

    Telling(Finding finding, Pasts pasts, CustomerEvents events, Running running) {
        this.finding = finding;
        this.pasts = pasts;
        this.events = events;
        this.running = running;
    }

    private record Understood(
            Entry entry, @Nullable Line line, @Nullable String reason) {}

    /** In whose name the keys of a source's lines are unique. */
    static UUID source(String name) {
        return UUID.nameUUIDFromBytes(("import " + name).getBytes(StandardCharsets.UTF_8));
    }

    /** Blocks: people and teams are looked up, files are kept. */
    List<Told> read(Claimed job, List<Entry> page, LineReader reader) {
        var understood = page.stream().map(entry -> understood(entry, reader)).toList();
        var lines = understood.stream()
                .map(Understood::line)
                .filter(Objects::nonNull)
                .toList();
        var channels =
                page.stream().map(Entry::channel).filter(Objects::nonNull).collect(Collectors.toSet());
        var here = finding.of(job, lines, channels);
        return understood.stream().map(each -> told(job, each, here)).toList();
    }

    /** All of it in one transaction with how far the job has come. */
    Work work(Claimed job, List<Told> page) {
        var told = page.stream().map(Told::past).filter(Objects::nonNull).toList();
        return new Work.Recall(
                source(job.source()), told, (database, verdicts) -> beside(database, job, page, verdicts));
    }

    private Uni<Void> beside(SqlConnection database, Claimed job, List<Told> page, List<Verdict> verdicts) {
        var happened = page.stream().map(Told::event).filter(Objects::nonNull).toList();
        return events.add(database, happened).chain(fresh -> running.step(database, job, step(page, verdicts, fresh)));
    }

    /** @param fresh the keys of those events that were not known */
    private static Step step(List<Told> page, List<Verdict> verdicts, Set<String> fresh) {
        var refused = new ArrayList<Refusal>();
        var uncounted = new HashSet<>(fresh);
        int accepted = 0;
        int judged = 0;
        for (var told : page) {
            var verdict = told.past() == null ? unjudged(told, uncounted) : verdicts.get(judged++);
            switch (verdict) {
                case Verdict.Taken taken -> accepted++;
                case Verdict.Known known -> {}
                case Verdict.Refused(var reason) -> refused.add(new Refusal(told.line(), reason));
            }
        }
        int known = page.size() - accepted - refused.size();
        return new Step(page.getFirst().ord() - 1, page.getLast().ord(), accepted, known, List.copyOf(refused));
    }

    private static Verdict unjudged(Told told, Set<String> uncounted) {
        var event = told.event();
        if (event == null) {
            return new Verdict.Refused(Objects.requireNonNullElse(told.reason(), "it says nothing"));
        }
        return uncounted.remove(event.key()) ? new Verdict.Taken() : new Verdict.Known();
    }

    private static Understood understood(Entry entry, LineReader reader) {
        try {
            return new Understood(entry, reader.read(entry.raw()), null);
        } catch (Unfit unfit) {
            return new Understood(entry, null, unfit.reason());
        }
    }

    private Told told(Claimed job, Understood understood, Here here) {
        var entry = understood.entry();
        var line = understood.line();
        if (line == null) {
            return new Told(entry.ord(), entry.line(), null, null, understood.reason());
        }
        return line.what() instanceof What.Event event
                ? new Told(entry.ord(), entry.line(), null, event(job, line, event), null)
                : new Told(entry.ord(), entry.line(), pasts.of(line, entry, here), null, null);
    }

    private static NewEvent event(Claimed job, Line line, What.Event event) {
        var customer = line.customer();
        if (customer == null) {
            throw new IllegalStateException("A customer event without its customer");
        }
        return new NewEvent(
                source(job.source()), line.key(), customer, line.at(), event.event(), event.amount(), event.currency());
    }
}
