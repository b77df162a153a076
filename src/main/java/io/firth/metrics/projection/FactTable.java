package io.firth.metrics.projection;

import io.firth.metrics.fact.Fact;
import io.firth.metrics.fact.Facts;
import io.firth.metrics.fact.Flag;
import io.firth.metrics.fact.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of the facts. Whatever changes one says which quarter hours, and days, have to be added up anew. */
final class FactTable {

    private static final String COLUMNS = """
            kind smallint, conversation bigint, n int, stage text, cycle int, at timestamptz, opened_at timestamptz,
            opened_by int, closed_at timestamptz, closed_by int, wall bigint, business bigint, bucket smallint, amount bigint,
            flags int, contact uuid, account uuid, channel text, team uuid, agent uuid, labels text[], priority text,
            message_kind text""";

    private static final String KEYS =
            " jsonb_to_recordset($1) as k(kind smallint, conversation bigint, n int, stage text, bits int) ";

    private static final String SAME =
            " f.kind = k.kind and f.conversation = k.conversation and f.n = k.n and f.stage = k.stage ";

    /** A fact whose flags were raised while it had not changed otherwise keeps them. */
    private static final String PUT = """
            insert into metrics.fact
            select k.* from jsonb_to_recordset($1) as k(%s)
            on conflict (kind, conversation, n, stage) do update set
            cycle = excluded.cycle, at = excluded.at, opened_at = excluded.opened_at, opened_by = excluded.opened_by,
            closed_at = excluded.closed_at, closed_by = excluded.closed_by, wall = excluded.wall, business = excluded.business,
            bucket = excluded.bucket, amount = excluded.amount, flags = excluded.flags, contact = excluded.contact,
            account = excluded.account, channel = excluded.channel, team = excluded.team, agent = excluded.agent,
            labels = excluded.labels, priority = excluded.priority, message_kind = excluded.message_kind""".formatted(COLUMNS);

    private static final String DROP = "delete from metrics.fact f using" + KEYS + "where" + SAME;

    private static final String RAISE =
            "update metrics.fact f set flags = f.flags | k.bits from" + KEYS + "where" + SAME;

    /** The quarter hours and days in which these facts stand. Fact by fact, by the index; left the choice, PostgreSQL may read all. */
    private static final String STALE =
            """
            insert into metrics.stale (grain, at)
            select distinct g.grain, case g.grain when 'q' then date_bin('15 min', f.at, 'epoch')
              else date_trunc('day', f.at, $2) end
            from""" + KEYS + "cross join lateral (select f.at from metrics.fact f where" + SAME + "offset 0) f" + """
             cross join (values ('q'), ('d')) as g(grain)
            on conflict do nothing""";

    /** Later days on which contacts have been there again: when they were there last is another day now. */
    private static final String THERE_AGAIN = """
            insert into metrics.stale (grain, at)
            select distinct 'd', date_trunc('day', l.at, $2)
            from jsonb_to_recordset($1) as t(kind smallint, contact uuid, at timestamptz)
            cross join lateral (
              select f.at from metrics.fact f where f.contact = t.contact and f.kind = t.kind and f.at > t.at offset 0) l
            on conflict do nothing""";

    private static final String KEEP = """
            update metrics.fact f set flags = f.flags | m.bits from most m
            where f.kind = m.kind and f.conversation = m.conversation and f.n = m.n and f.stage = m.stage
            and f.flags & m.bits <> m.bits
            returning f.kind, f.conversation, f.n, f.stage""";

    private static final int BACK_IN_72H = Flag.bits(Flag.RETURNED_IN_7D, Flag.RETURNED_IN_72H);

    /** A contact whose matter was resolved, and who had begun another conversation soon after: told of first, as by an import. */
    private static final String CAME_BACK = ("""
            with ended as (
              select f.kind, f.conversation, f.n, f.stage, f.at,
                (select min(c.at) from metrics.fact c where c.contact = f.contact and c.kind = %1$d and c.at > f.at
                   and c.at <= f.at + interval '7 days' and c.conversation <> f.conversation and c.flags & %2$d <> 0) as back
              from metrics.fact f join""" + KEYS + "on" + SAME + """
              where f.contact is not null and f.kind = %3$d),
            most as (select kind, conversation, n, stage, case when back <= at + interval '72 hours' then %4$d else %5$d end as bits
              from ended where back is not null)
            """ + KEEP)
            .formatted(
                    Kind.CYCLE.ordinal(),
                    Flag.FIRST.bit(),
                    Kind.RESOLVED.ordinal(),
                    BACK_IN_72H,
                    Flag.RETURNED_IN_7D.bit());

    /** A contact who begins another conversation soon after one of theirs was resolved. */
    private static final String COMES_BACK = ("""
            with begun as (
              select f.contact, f.conversation, f.at from metrics.fact f join""" + KEYS + "on" + SAME + """
              where f.contact is not null and f.kind = %1$d and f.flags & %2$d <> 0),
            most as (
              select r.kind, r.conversation, r.n, r.stage,
                bit_or(case when b.at <= r.at + interval '72 hours' then %4$d else %5$d end) as bits
              from begun b join metrics.fact r on r.contact = b.contact and r.kind = %3$d and r.at < b.at
                and r.at >= b.at - interval '7 days' and r.conversation <> b.conversation and r.flags & %4$d <> %4$d
              group by 1, 2, 3, 4)
            """ + KEEP)
            .formatted(
                    Kind.CYCLE.ordinal(),
                    Flag.FIRST.bit(),
                    Kind.RESOLVED.ordinal(),
                    BACK_IN_72H,
                    Flag.RETURNED_IN_7D.bit());

    private final SqlClient database;
    private final Generation generation;
    private final String zone;

    /** @param zone whose days are added up */
    FactTable(SqlClient database, Generation generation, String zone) {
        this.database = database;
        this.generation = generation;
        this.zone = zone;
    }

    Uni<Void> write(Facts facts) {
        var put = facts.changes().values().stream().flatMap(Optional::stream).toList();
        var touched = facts.changes().keySet().stream()
                .map(key -> FactRow.Key.of(key, 0))
                .toList();
        var dropped = facts.changes().entrySet().stream()
                .filter(change -> change.getValue().isEmpty())
                .map(change -> FactRow.Key.of(change.getKey(), 0))
                .toList();
        var raised = facts.raised().entrySet().stream()
                .map(raise -> FactRow.Key.of(raise.getKey(), raise.getValue()))
                .toList();
        return stale(touched)
                .chain(() -> run(DROP, dropped))
                .chain(() -> run(PUT, put.stream().map(FactRow::of).toList()))
                .chain(() -> thereAgain(put))
                .chain(() -> run(RAISE, raised))
                .chain(() -> stale(touched))
                .chain(() -> stale(raised))
                .chain(() -> returns(put));
    }

    /** Both ways round, because an older conversation may be told of after a newer one. */
    private Uni<Void> returns(List<Fact> put) {
        return returns(put, Kind.RESOLVED, CAME_BACK).chain(() -> returns(put, Kind.CYCLE, COMES_BACK));
    }

    private Uni<Void> returns(List<Fact> put, Kind kind, String statement) {
        var asked = put.stream()
                .filter(fact -> fact.contact() != null && fact.key().kind() == kind)
                .map(fact -> FactRow.Key.of(fact.key(), 0))
                .toList();
        if (asked.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return database.preparedQuery(generation.sql(statement))
                .execute(Tuple.of(json(asked)))
                .map(FactTable::keys)
                .chain(this::stale);
    }

    private static List<FactRow.Key> keys(RowSet<Row> rows) {
        var keys = new ArrayList<FactRow.Key>();
        rows.forEach(row ->
                keys.add(new FactRow.Key(row.getInteger(0), row.getLong(1), row.getInteger(2), row.getString(3), 0)));
        return keys;
    }

    private Uni<Void> stale(Collection<FactRow.Key> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.preparedQuery(generation.sql(STALE))
                        .execute(Tuple.of(json(keys), zone))
                        .replaceWithVoid();
    }

    /** Facts of messages are put once, and stay as they are. */
    private Uni<Void> thereAgain(List<Fact> put) {
        var earliest = put.stream()
                .filter(fact -> Spans.isOfContacts(fact.key().kind()))
                .flatMap(fact -> FactRow.Seen.of(fact).stream())
                .collect(Collectors.groupingBy(
                        seen -> Map.entry(seen.contact(), seen.kind()),
                        Collectors.minBy(Comparator.comparing(FactRow.Seen::at))))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .toList();
        return earliest.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.preparedQuery(generation.sql(THERE_AGAIN))
                        .execute(Tuple.of(json(earliest), zone))
                        .replaceWithVoid();
    }

    private Uni<Void> run(String statement, Collection<?> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.preparedQuery(generation.sql(statement))
                        .execute(Tuple.of(json(rows)))
                        .replaceWithVoid();
    }

    private static JsonArray json(Collection<?> rows) {
        return new JsonArray(FactJson.write(rows));
    }
}
