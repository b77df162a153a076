package io.firth.live;

import io.firth.conversation.Interaction.Assigned;
import io.firth.inbox.Backlog;
import io.firth.inbox.Item;
import io.firth.inbox.Items;
import io.firth.inbox.View;
import io.firth.journal.Journal;
import io.firth.journal.Journal.Touched;
import io.firth.journal.Recorded;
import io.firth.presence.Presence;
import io.firth.staff.Access;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Lists and who is at their rows: changes are gathered for a moment, looked up once and encoded once for all who see the same.
 * On the hub's context only.
 *
 * <p>On each stream a frame of some position comes after all that changed up to there, so a page may resume from the highest
 * it has seen. Therefore a row that is ahead of what the hub has read of the journal waits until the hub has read that too.
 */
final class Lists {

    /** Pages that see the same of a view: {@code scope} is null where nothing is hidden from them and it is nobody's own. */
    private record Group(View view, @Nullable Access scope) {
        static Group of(View view, Access access) {
            var shared = access.isUnrestricted() && view.kind() != View.Kind.MINE;
            return new Group(view, shared ? null : access);
        }
    }

    private final Journal journal;
    private final Items items;
    private final Backlog backlog;
    private final Presence presence;
    private final Frames frames;
    private final Pages pages;
    private final Threads threads;
    private final Executor hub;
    private final long pause;
    private final Map<UUID, Boolean> changed = new LinkedHashMap<>();
    private final Set<UUID> occupied = new HashSet<>();
    private long position;
    private long looks;
    private boolean countsChanged;
    private boolean flushing;
    private long flushedAt;

    Lists(
            Journal journal,
            Items items,
            Backlog backlog,
            Presence presence,
            Frames frames,
            Pages pages,
            Threads threads,
            Executor hub,
            Duration pause) {
        this.journal = journal;
        this.items = items;
        this.backlog = backlog;
        this.presence = presence;
        this.frames = frames;
        this.pages = pages;
        this.threads = threads;
        this.hub = hub;
        this.pause = pause.toNanos();
    }

    /** How far the hub has read the journal. */
    long position() {
        return position;
    }

    void begin(long from) {
        position = from;
    }

    void happened(List<Recorded> chunk) {
        position = chunk.getLast().position();
        chunk.forEach(each ->
                changed.merge(each.conversation(), each.entry().interaction() instanceof Assigned, Boolean::logicalOr));
        if (System.nanoTime() - flushedAt >= pause) {
            flush();
        }
    }

    void presenceChanged(UUID conversation) {
        occupied.add(conversation);
    }

    /** Looks up what changed since the last time, once for all pages, and tells those that follow it. */
    void flush() {
        if (flushing || changed.isEmpty() && occupied.isEmpty()) {
            return;
        }
        flushing = true;
        flushedAt = System.nanoTime();
        var look = look(changed, occupied);
        found(look)
                .onTermination()
                .invoke(() -> flushing = false)
                .subscribe()
                .with(found -> told(look, found), failure -> again(look, failure));
    }

    void counts() {
        if (!countsChanged) {
            return;
        }
        countsChanged = false;
        for (var page : pages.all()) {
            var counts = page.me ? backlog.counts(page.access) : page.lastCounts;
            if (!counts.equals(page.lastCounts)) {
                page.lastCounts = counts;
                pages.tell(page, new Frame.State("me", "counts", counts, position));
            }
        }
    }

    /** Tells a page that comes back what changed in its lists since {@code from}. */
    void resume(Page page, long from, int most) {
        pages.hold(page, journal.touched(from, most + 1).emitOn(hub).invoke(touched -> missed(page, touched, most)));
    }

    /** What a page has missed of its lists, and where people are. */
    Uni<List<String>> untold(Page page) {
        if (page.gap) {
            page.gap = false;
            page.changed.clear();
            return Uni.createFrom().item(gaps(page));
        }
        if (page.changed.isEmpty() && page.occupied.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var look = look(page.changed, page.occupied);
        page.look = look.number();
        return found(look).map(found -> {
            keepEarly(look, found);
            return texts(page, look, found, new HashMap<>(), new HashMap<>());
        });
    }

    private static void missed(Page page, List<Touched> touched, int most) {
        page.gap |= touched.stream().mapToInt(Touched::interactions).sum() > most;
        touched.forEach(each -> page.missed(each.conversation(), each.assigned()));
    }

    private Look look(Map<UUID, Boolean> moved, Set<UUID> present) {
        var look = new Look(++looks, position, moved, present);
        moved.clear();
        present.clear();
        return look;
    }

    private Uni<List<Item>> found(Look look) {
        return items.byId(look.ids()).emitOn(hub).map(found -> found.stream()
                .sorted(Comparator.comparingLong(Item::position))
                .toList());
    }

    private void told(Look look, List<Item> found) {
        found.stream().filter(item -> look.moved().containsKey(item.id())).forEach(backlog::update);
        countsChanged |= !look.moved().isEmpty();
        keepEarly(look, found);
        Map<Group, List<String>> lists = new HashMap<>();
        Map<UUID, String> people = new HashMap<>();
        for (var page : pages.all()) {
            try {
                tell(page, look, found, lists, people);
            } catch (RuntimeException failure) {
                pages.lost(page, failure);
            }
        }
    }

    private void tell(
            Page page, Look look, List<Item> found, Map<Group, List<String>> lists, Map<UUID, String> people) {
        found.stream().filter(item -> !sees(page, item)).forEach(item -> dropUnseen(page, item));
        if (page.isBusy() || page.look > look.number()) {
            look.moved().forEach(page::missed);
            page.occupied.addAll(page.presence ? look.present() : Set.of());
            pages.catchUp(page);
        } else {
            pages.send(page, texts(page, look, found, lists, people));
        }
    }

    private List<String> texts(
            Page page, Look look, List<Item> found, Map<Group, List<String>> lists, Map<UUID, String> people) {
        var texts = new ArrayList<String>();
        for (var view : page.feeds) {
            texts.addAll(lists.computeIfAbsent(
                    Group.of(view, page.access), group -> changes(view, look, found, page.access)));
        }
        if (page.presence) {
            found.stream()
                    .filter(item -> look.present().contains(item.id()) && sees(page, item))
                    .forEach(item ->
                            texts.add(people.computeIfAbsent(item.id(), id -> frames.presence(id, item.position()))));
        }
        return texts;
    }

    private List<String> changes(View view, Look look, List<Item> found, Access access) {
        var texts = new ArrayList<String>();
        for (var item : found) {
            var isThere = Frames.isThere(view, item, access);
            if (look.concerns(item, isThere)) {
                texts.add(frames.feed(view, item, isThere));
            }
        }
        return texts;
    }

    private void keepEarly(Look look, List<Item> found) {
        found.stream().filter(look::isTooEarlyFor).forEach(item -> {
            var moved = look.moved().get(item.id());
            if (moved != null) {
                changed.merge(item.id(), moved, Boolean::logicalOr);
            }
        });
    }

    private void dropUnseen(Page page, Item item) {
        threads.dropUnseen(page, item);
        if (presence.leave(item.id(), page.id())) {
            presenceChanged(item.id());
        }
    }

    private List<String> gaps(Page page) {
        return page.feeds.stream()
                .map(view -> frames.text(new Frame.Gap(Stream.FEED + view.word(), position)))
                .toList();
    }

    private void again(Look look, Throwable failure) {
        Log.warnf("Lists are told later: %s", failure.getMessage());
        look.moved().forEach((id, left) -> changed.merge(id, left, Boolean::logicalOr));
        occupied.addAll(look.present());
    }

    private static boolean sees(Page page, Item item) {
        return page.access.sees(item.teamId(), item.account(), item.assigneeId());
    }
}
