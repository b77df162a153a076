package io.firth.inbox.contact;

import io.firth.conversation.Interaction.Delivery;
import io.firth.inbox.InteractionView;
import io.firth.inbox.InteractionViews;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.staff.Access;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that happened with a contact, over all conversations and channels, the newest first. */
@Singleton
class Timeline {

    private static final int PAGE = 50;

    /** The page, and what was said of the delivery of its messages, which is shown on these. */
    private static final String POSITIONS = """
            with page as (
              select i.position, i.conversation, i.seq, c.id, c.subject, c.channel
              from interaction i join conversation c on c.number = i.conversation
              where c.contact = any($1) and i.position < $2 and i.type not in ('delivery', 'suggested', 'suggestion_used', 'suggestion_dismissed') and %s
              order by i.position desc limit %d)
            select position, id, subject, channel from page
            union all select d.position, p.id, p.subject, p.channel from interaction d
            join page p on d.conversation = p.conversation and d.type = 'delivery' and (d.body ->> 'message')::int = p.seq""".formatted(Access.condition("c.", 3), PAGE + 1);

    private final Pool pool;
    private final Journal journal;
    private final InteractionViews views;

    Timeline(Pool pool, Journal journal, InteractionViews views) {
        this.pool = pool;
        this.journal = journal;
        this.views = views;
    }

    record Where(UUID id, long number, String subject, String channel) {}

    record Happened(Where conversation, InteractionView interaction) {}

    /** @param next the {@code before} of the next page; null at the end */
    record TimelinePage(List<Happened> items, @Nullable String next) {}

    private record Place(String subject, String channel) {}

    private record Found(Set<Long> positions, Map<UUID, Place> places) {}

    /** @param names all ids of the contact; @param before a position */
    Uni<TimelinePage> page(List<UUID> names, long before, Access access) {
        var binds = new ArrayList<Object>(List.of(names.toArray(UUID[]::new), before));
        binds.addAll(access.binds());
        return pool.preparedQuery(POSITIONS)
                .execute(Tuple.from(binds))
                .map(Timeline::found)
                .chain(found -> journal.at(found.positions()).map(recorded -> page(recorded, found.places())));
    }

    private static Found found(RowSet<Row> rows) {
        var found = new Found(new HashSet<>(), new HashMap<>());
        for (var row : rows) {
            found.positions().add(row.getLong(0));
            found.places().put(row.getUUID(1), new Place(row.getString(2), row.getString(3)));
        }
        return found;
    }

    private TimelinePage page(List<Recorded> recorded, Map<UUID, Place> places) {
        var happened = new ArrayList<Happened>();
        recorded.stream()
                .collect(Collectors.groupingBy(Recorded::conversation))
                .forEach((id, own) -> happened.addAll(happened(own, Objects.requireNonNull(places.get(id)))));
        happened.sort(
                Comparator.comparingLong((Happened each) -> each.interaction().position())
                        .reversed());
        var page = happened.subList(0, Math.min(PAGE, happened.size()));
        var next = happened.size() > PAGE
                ? Long.toString(page.getLast().interaction().position())
                : null;
        return new TimelinePage(page, next);
    }

    private List<Happened> happened(List<Recorded> ofOne, Place place) {
        var first = ofOne.getFirst();
        var where = new Where(first.conversation(), first.number(), place.subject(), place.channel());
        var deliveries = ofOne.stream()
                .filter(each -> each.entry().interaction() instanceof Delivery)
                .map(Recorded::position)
                .collect(Collectors.toSet());
        return views.of(ofOne).stream()
                .filter(Predicate.not(view -> deliveries.contains(view.position())))
                .map(view -> new Happened(where, view))
                .toList();
    }
}
