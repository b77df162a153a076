package io.firth.inbox.search;

import io.firth.conversation.Content;
import io.firth.conversation.Interaction.Edited;
import io.firth.conversation.Interaction.Removed;
import io.firth.inbox.search.Documents.Key;
import io.firth.journal.Chunk;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.staff.Agent;
import io.firth.staff.Directory;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps what searches read in step with the journal, a chunk at a time. The same chunk twice, or an older one again, ends in
 * the same index: each document is made whole, and what came later is told later.
 */
@Singleton
class Index {

    private static final int CHUNK = 500;

    private final Journal journal;
    private final Documents documents;
    private final Directory directory;

    Index(Journal journal, Documents documents, Directory directory) {
        this.journal = journal;
        this.documents = documents;
        this.directory = directory;
    }

    /** What a chunk says of one message, after all that it says. */
    private record News(Map<Key, Document> put, List<Edit> edits, Set<Key> dropped) {}

    private record Edit(Recorded recorded, int message, Content content) {

        Key key() {
            return new Key(recorded.number(), message);
        }
    }

    @Incoming("index")
    Uni<Void> on(Chunk chunk) {
        return take(chunk.recorded());
    }

    /** Reads the whole journal again. Completes when the index holds all that had happened by then. */
    Uni<Void> rebuild() {
        return rebuildAfter(0);
    }

    private Uni<Void> rebuildAfter(long position) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new long[] {position}, this::takeNext)
                .until(List::isEmpty)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<List<Recorded>> takeNext(long[] read) {
        return journal.after(read[0], CHUNK).call(this::take).invoke(chunk -> {
            if (!chunk.isEmpty()) {
                read[0] = chunk.getLast().position();
            }
        });
    }

    private Uni<Void> take(List<Recorded> chunk) {
        var numbers =
                chunk.stream().filter(Index::matters).map(Recorded::number).collect(Collectors.toSet());
        return numbers.isEmpty()
                ? Uni.createFrom().voidItem()
                : documents.subjects(numbers).chain(subjects -> take(chunk, subjects));
    }

    private Uni<Void> take(List<Recorded> chunk, Map<Long, String> subjects) {
        var news = new News(new LinkedHashMap<>(), new ArrayList<>(), new HashSet<>());
        chunk.forEach(recorded -> note(news, recorded, subjects));
        return edited(news, subjects).chain(edited -> documents.write(news.put().values(), edited, news.dropped()));
    }

    private static boolean matters(Recorded recorded) {
        var interaction = recorded.entry().interaction();
        return Document.isOf(interaction) || interaction instanceof Edited || interaction instanceof Removed;
    }

    private void note(News news, Recorded recorded, Map<Long, String> subjects) {
        var interaction = recorded.entry().interaction();
        switch (interaction) {
            case Edited(var message, var content) -> news.edits().add(new Edit(recorded, message, content));
            case Removed(var message) -> news.dropped().add(new Key(recorded.number(), message));
            default -> {
                if (Document.isOf(interaction)) {
                    var key = new Key(recorded.number(), recorded.entry().seq());
                    news.put().put(key, document(recorded, Document.content(interaction), subjects));
                }
            }
        }
    }

    /** An edit says nothing of who wrote the message: that is looked up. */
    private Uni<List<Document>> edited(News news, Map<Long, String> subjects) {
        var last = new LinkedHashMap<Key, Edit>();
        news.edits().forEach(edit -> last.put(edit.key(), edit));
        return Multi.createFrom()
                .iterable(last.values())
                .onItem()
                .transformToUniAndConcatenate(edit -> edited(edit, subjects))
                .collect()
                .asList();
    }

    private Uni<Document> edited(Edit edit, Map<Long, String> subjects) {
        return journal.of(edit.recorded().conversation(), edit.message() - 1, 1)
                .map(found -> document(found.getFirst(), edit.content(), subjects));
    }

    private Document document(Recorded recorded, Content content, Map<Long, String> subjects) {
        var actor = recorded.entry().actor().id();
        var agent = actor == null ? "" : directory.agent(actor).map(Agent::name).orElse("");
        return Document.of(recorded, content, subjects.getOrDefault(recorded.number(), ""), agent);
    }
}
