package io.firth.live;

import io.firth.conversation.Interaction.Assigned;
import io.firth.conversation.NotFound;
import io.firth.inbox.Item;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Open conversations: each page that follows one is told every event once and in order, at once if it is ready, else from the
 * journal. On the hub's context only.
 */
final class Threads {

    private static final int CATCH_UP = 200;

    private final Journal journal;
    private final Frames frames;
    private final Pages pages;
    private final Executor hub;

    Threads(Journal journal, Frames frames, Pages pages, Executor hub) {
        this.journal = journal;
        this.frames = frames;
        this.pages = pages;
        this.hub = hub;
    }

    void happened(List<Recorded> chunk) {
        Map<UUID, List<Recorded>> events = new HashMap<>();
        chunk.forEach(each -> events.computeIfAbsent(each.conversation(), none -> new ArrayList<>())
                .add(each));
        Map<Long, String> encoded = new HashMap<>();
        for (var page : pages.all()) {
            events.forEach((id, news) -> tell(page, id, news, encoded));
        }
    }

    /** Begins to tell a page of one conversation, from {@code from} or from now on. */
    void follow(Page page, UUID id, @Nullable Long from) {
        page.asked.add(id);
        journal.conversation(id)
                .invoke(page.access::require)
                .emitOn(hub)
                .subscribe()
                .with(
                        conversation -> begin(page, id, from == null ? conversation.seq() : from, conversation.seq()),
                        failure -> hub.execute(() -> refused(page, id, failure)));
    }

    void unfollow(Page page, UUID id) {
        page.asked.remove(id);
        page.conversations.remove(id);
        page.behind.remove(id);
    }

    /** Ends what a page follows and may no longer see. */
    void dropUnseen(Page page, Item item) {
        if (page.conversations.containsKey(item.id())) {
            refused(page, item.id(), new NotFound("conversation", item.id()));
        }
    }

    /** The next events of one of the conversations that the page is behind with. */
    Uni<List<String>> untold(Page page) {
        var next = page.behind.stream().findFirst();
        if (next.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var id = next.get();
        page.behind.remove(id);
        var told = page.conversations.get(id);
        return told == null
                ? Uni.createFrom().item(List.of())
                : journal.of(id, told, CATCH_UP)
                        .chain(missed -> allowed(page, id, missed))
                        .emitOn(hub)
                        .map(missed -> texts(page, id, told, missed));
    }

    private void begin(Page page, UUID id, long from, int last) {
        if (page.asked.remove(id)) {
            var since = (int) Math.max(0, Math.min(from, last));
            page.conversations.put(id, since);
            page.behind.add(id);
            pages.tell(page, new Frame.Snapshot(Stream.CONVERSATION + id, since, null));
        }
    }

    private void tell(Page page, UUID id, List<Recorded> events, Map<Long, String> encoded) {
        int told = page.conversations.getOrDefault(id, Integer.MAX_VALUE);
        var news = events.stream().filter(each -> each.entry().seq() > told).toList();
        if (news.isEmpty()) {
            return;
        }
        if (page.isBusy() || news.getFirst().entry().seq() != told + 1 || mayBeOutOfSight(news)) {
            page.behind.add(id);
            pages.catchUp(page);
            return;
        }
        page.conversations.put(id, news.getLast().entry().seq());
        pages.send(
                page,
                news.stream()
                        .map(each -> encoded.computeIfAbsent(each.position(), none -> frames.event(each)))
                        .toList());
    }

    /** After an assignment, whether the page may see it is looked up before it is told. */
    private static boolean mayBeOutOfSight(List<Recorded> news) {
        return news.stream().anyMatch(each -> each.entry().interaction() instanceof Assigned);
    }

    /** These, if the page may see the conversation as it stands after them. */
    private Uni<List<Recorded>> allowed(Page page, UUID id, List<Recorded> missed) {
        return missed.isEmpty()
                ? Uni.createFrom().item(missed)
                : journal.conversation(id)
                        .invoke(page.access::require)
                        .replaceWith(missed)
                        .onFailure(NotFound.class)
                        .recoverWithUni(unseen -> {
                            hub.execute(() -> refused(page, id, unseen));
                            return Uni.createFrom().item(List.of());
                        });
    }

    private List<String> texts(Page page, UUID id, int told, List<Recorded> missed) {
        if (missed.isEmpty() || !page.conversations.containsKey(id)) {
            return List.of();
        }
        page.behind.add(id);
        if (!page.conversations.replace(id, told, missed.getLast().entry().seq())) {
            return List.of();
        }
        return missed.stream().map(frames::event).toList();
    }

    private void refused(Page page, UUID id, Throwable failure) {
        unfollow(page, id);
        var code = failure instanceof NotFound ? "not-found" : "unavailable";
        var stream = Stream.CONVERSATION + id;
        pages.tell(page, new Frame.Error(code, "This stream cannot be followed.", stream));
    }
}
