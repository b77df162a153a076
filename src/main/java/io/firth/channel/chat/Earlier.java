package io.firth.channel.chat;

import io.firth.channel.chat.protocol.Frame;
import io.firth.channel.chat.protocol.Frames;
import io.firth.channel.chat.visitor.Conversations;
import io.firth.channel.chat.visitor.Visitor;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Tells a panel what its visitor saw in conversations that were merged into the one it shows. On the loop only. */
@Singleton
class Earlier {

    private static final int AT_ONCE = 50;

    private final Conversations conversations;
    private final Journal journal;
    private final Sight sight;
    private final Frames frames;
    private final Loop loop;

    Earlier(Conversations conversations, Journal journal, Sight sight, Frames frames, Loop loop) {
        this.conversations = conversations;
        this.journal = journal;
        this.sight = sight;
        this.frames = frames;
        this.loop = loop;
    }

    Uni<Void> tell(Visit visit) {
        var visitor = visit.visitor;
        var shown = visit.conversationId();
        return visitor == null || shown == null
                ? Uni.createFrom().voidItem()
                : conversations
                        .mergedInto(visitor, shown)
                        .toMulti()
                        .flatMap(all -> Multi.createFrom().iterable(all))
                        .onItem()
                        .transformToUniAndConcatenate(there -> tell(visit, shown, there, 0))
                        .collect()
                        .last()
                        .replaceWithVoid();
    }

    private Uni<Void> tell(Visit visit, UUID shown, Visitor there, int after) {
        var source = Objects.requireNonNull(there.current()).conversation();
        return journal.of(source, after, AT_ONCE).chain(recorded -> sight.of(source, recorded, there)
                .emitOn(loop)
                .chain(seen -> send(visit, shown, source, seen))
                .chain(() -> recorded.size() < AT_ONCE
                        ? Uni.createFrom().voidItem()
                        : tell(visit, shown, there, last(recorded))));
    }

    private Uni<Void> send(Visit visit, UUID shown, UUID source, List<Frame> seen) {
        if (seen.isEmpty() || !visit.isAt(shown)) {
            return Uni.createFrom().voidItem();
        }
        visit.earlier.put(source, ((Frame.Event) seen.getLast()).seq());
        return visit.send(List.of(frames.text(new Frame.Earlier(source, seen))));
    }

    private static int last(List<Recorded> recorded) {
        return recorded.getLast().entry().seq();
    }
}
