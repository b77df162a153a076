package io.firth.inbox.search;

import io.firth.inbox.Item;
import io.firth.inbox.Items;
import io.firth.inbox.PageEnd;
import io.firth.staff.Access;
import io.firth.staff.Zones;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds conversations. The newest come first, and a better match counts as if it were newer: ninety days for words in the
 * subject or among the people, half a year for a contact. So the order of a search never changes by itself, and pages join.
 */
@Singleton
class Search {

    private static final int PAGE = 20;
    private static final int MATCHES = 3;

    /** Of what stands in very many messages, only so many of the newest are looked at. */
    private static final int MOST = 2000;

    private static final String FOUND = """
            with hit(conversation, place) as (%s), best as (select conversation, max(place) as place from hit group by 1)
            select conversation, place from best where %s order by place desc, conversation desc limit %d""";

    private static final String BY_WORDS = """
            (select c.number, m.at from search_message m join conversation c on c.number = m.conversation
             where %s and %s and %s order by m.at desc limit %d)""";

    private static final String BY_TITLE = """
            (select c.number, m.at + interval '90 days' from search_message m join conversation c on c.number = m.conversation
             where %s and %s and %s order by m.at desc limit %d)""";

    private static final String BY_CONTACT = """
            (select c.number, c.last_activity_at + interval '180 days' from conversation c
             where c.contact in (
               with person(id) as (%s)
               select p.id from person p union all select k.id from contact k join person p on p.id = k.merged_into)
             and %s order by c.last_activity_at desc limit %d)""";

    private static final String BY_NUMBER = """
            (select c.number, c.last_activity_at + interval '100 years' from conversation c where c.number = %s and %s)""";

    private static final String BY_ITSELF =
            "(select c.number, c.last_activity_at from conversation c where %s order by c.last_activity_at desc limit %d)";

    private static final String MATCHING = """
            select conversation, seq, at, body from (
              select m.*, row_number() over (partition by m.conversation order by m.at desc, m.seq desc) as nth
              from search_message m where m.conversation = any(%s) and (%s) and %s) m
            where nth <= %d order by at desc, seq desc""";

    private final Pool pool;
    private final Items items;
    private final Zones zones;

    Search(Pool pool, Items items, Zones zones) {
        this.pool = pool;
        this.items = items;
        this.zones = zones;
    }

    /** @param snippet as HTML: escaped, with {@code <mark>} around what was asked for */
    record Match(int seq, Instant at, String snippet) {}

    /** @param matches the newest messages of it that match; empty where the conversation itself does */
    record Found(Item item, List<Match> matches) {}

    record FoundPage(List<Found> items, @Nullable String next) {}

    private record Place(long number, Instant at) {}

    Uni<FoundPage> find(Asked asked, Access access, @Nullable PageEnd after) {
        return asked.isEmpty()
                ? Uni.createFrom().item(new FoundPage(List.of(), null))
                : zones.of(access.agent()).chain(zone -> find(asked, access, zone, after));
    }

    private Uni<FoundPage> find(Asked asked, Access access, ZoneId zone, @Nullable PageEnd after) {
        return places(new Conditions(asked, access, zone), after)
                .chain(places -> page(places, new Conditions(asked, access, zone)));
    }

    private Uni<List<Place>> places(Conditions conditions, @Nullable PageEnd after) {
        var hits = String.join(" union all ", hits(conditions));
        var beyond = after == null ? "true" : beyond(conditions, after);
        return pool.preparedQuery(FOUND.formatted(hits, beyond, PAGE + 1))
                .execute(Tuple.from(conditions.binds()))
                .map(Search::places);
    }

    private static List<String> hits(Conditions conditions) {
        var asked = conditions.asked();
        var seen = conditions.ofConversation();
        if (!asked.isAboutMessages()) {
            return List.of(BY_ITSELF.formatted(seen, MOST));
        }
        var hits = new ArrayList<String>();
        var properties = conditions.ofMessage();
        hits.add(BY_WORDS.formatted(conditions.inWords(), properties, seen, MOST));
        if (asked.hasText()) {
            hits.add(BY_TITLE.formatted(conditions.inTitle(), properties, seen, MOST));
        }
        if (asked.isTextOnly()) {
            hits.add(BY_CONTACT.formatted(conditions.people(), seen, MOST));
            asked.number().ifPresent(number -> hits.add(BY_NUMBER.formatted(conditions.bind(number), seen)));
        }
        return hits;
    }

    private static String beyond(Conditions conditions, PageEnd after) {
        var place = Objects.requireNonNull(after.key()).atOffset(ZoneOffset.UTC);
        return "(place, conversation) < (%s, %s)".formatted(conditions.bind(place), conditions.bind(after.number()));
    }

    private static List<Place> places(RowSet<Row> rows) {
        var places = new ArrayList<Place>();
        rows.forEach(row ->
                places.add(new Place(row.getLong(0), row.getOffsetDateTime(1).toInstant())));
        return places;
    }

    private Uni<FoundPage> page(List<Place> places, Conditions conditions) {
        var shown = places.subList(0, Math.min(PAGE, places.size()));
        var last = places.size() > PAGE ? shown.getLast() : null;
        var next = last == null ? null : new PageEnd(last.at(), last.number()).text();
        return found(shown.stream().map(Place::number).toList(), conditions).map(found -> new FoundPage(found, next));
    }

    private Uni<List<Found>> found(List<Long> numbers, Conditions conditions) {
        return matches(numbers, conditions)
                .chain(matches -> items.byNumber(numbers, conditions.access().agent())
                        .map(items -> joined(numbers, items, matches)));
    }

    private Uni<Map<Long, List<Match>>> matches(List<Long> numbers, Conditions conditions) {
        var asked = conditions.asked();
        if (numbers.isEmpty() || !asked.isAboutMessages()) {
            return Uni.createFrom().item(Map.of());
        }
        var of = conditions.bind(numbers.toArray(Long[]::new));
        var snippet = Snippet.of(asked);
        var words = asked.hasText() ? conditions.inWords() + " or " + conditions.inTitle() : "true";
        return pool.preparedQuery(MATCHING.formatted(of, words, conditions.ofMessage(), MATCHES))
                .execute(Tuple.from(conditions.binds()))
                .map(rows -> matches(rows, snippet));
    }

    private static Map<Long, List<Match>> matches(RowSet<Row> rows, Snippet snippet) {
        var matches = new HashMap<Long, List<Match>>();
        for (var row : rows) {
            var at = row.getOffsetDateTime(2).toInstant();
            matches.computeIfAbsent(row.getLong(0), none -> new ArrayList<>())
                    .add(new Match(row.getInteger(1), at, snippet.from(row.getString(3))));
        }
        return matches;
    }

    private static List<Found> joined(List<Long> numbers, List<Item> items, Map<Long, List<Match>> matches) {
        var byNumber = items.stream().collect(Collectors.toMap(Item::number, Function.identity()));
        return numbers.stream()
                .map(byNumber::get)
                .filter(Objects::nonNull)
                .map(item -> new Found(item, matches.getOrDefault(item.number(), List.of())))
                .toList();
    }
}
