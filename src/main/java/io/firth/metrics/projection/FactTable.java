package io.firth.metrics.projection;

import io.firth.metrics.fact.Fact;
import io.firth.metrics.fact.Facts;
import io.firth.metrics.fact.Flag;
import io.firth.metrics.fact.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rows of the facts. Whatever changes one says which quarter hours, and days, have to be added up anew. */
final class FactTable {

    private static final String COLUMNS = """
            kind smallint, conversation bigint, n int, stage text, cycle int, at timestamptz, opened_at timestamptz,
            opened_by int, closed_at timestamptz, closed_by int, wall bigint, business bigint, bucket smallint, amount bigint,
            flags int, contact uuid, account uuid, channel text, team uuid, agent uuid, labels text[], priority text""";

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
            labels = excluded.labels, priority = excluded.priority""".formatted(COLUMNS);

    private static final String DROP = "delete from metrics.fact f using" + KEYS + "where" + SAME;

    private static final String RAISE =
            "update metrics.fact f set flags = f.flags | k.bits from" + KEYS + "where" + SAME;

    /** The quarter hours and days in which these facts stand. */
    private static final String STALE = """
            insert into metrics.stale (grain, at)
            select distinct g.grain, case g.grain when 'q' then date_bin('15 min', f.at, 'epoch')
              else date_trunc('day', f.at, $2) end
            from metrics.fact f join""" + KEYS + "on" + SAME + """
            cross join (values ('q'), ('d')) as g(grain)
            on conflict do nothing""";

    /**
     * A contact who begins another conversation within the time comes back, whichever of the two was told of first. Both ways
     * round, because the import of an older conversation may come after a newer one.
     */
    private static final String RETURNS = ("""
            with pair as (
              select distinct r.kind, r.conversation, r.n, r.stage,
                case when c.at <= r.at + interval '72 hours' then %1$d else %2$d end as bits
              from metrics.fact k0 join""" + KEYS + """
              on k0.kind = k.kind and k0.conversation = k.conversation and k0.n = k.n and k0.stage = k.stage
              join metrics.fact r on r.kind = %3$d and r.contact = k0.contact
              join metrics.fact c on c.kind = %4$d and c.contact = k0.contact and c.flags & %5$d <> 0
                and c.conversation <> r.conversation and c.at > r.at and c.at <= r.at + interval '7 days'
              where k0.contact is not null and (k0.kind = %3$d and k0.conversation = r.conversation and k0.n = r.n
                or k0.kind = %4$d and k0.conversation = c.conversation and k0.n = c.n)),
            most as (select kind, conversation, n, stage, bit_or(bits) as bits from pair group by 1, 2, 3, 4)
            update metrics.fact f set flags = f.flags | m.bits from most m
            where f.kind = m.kind and f.conversation = m.conversation and f.n = m.n and f.stage = m.stage
            and f.flags & m.bits <> m.bits
            returning f.kind, f.conversation, f.n, f.stage""")
            .formatted(
                    Flag.bits(Flag.RETURNED_IN_7D, Flag.RETURNED_IN_72H),
                    Flag.RETURNED_IN_7D.bit(),
                    Kind.RESOLVED.ordinal(),
                    Kind.CYCLE.ordinal(),
                    Flag.FIRST.bit());

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
                .chain(() -> run(RAISE, raised))
                .chain(() -> stale(touched))
                .chain(() -> stale(raised))
                .chain(() -> returns(put));
    }

    private Uni<Void> returns(List<Fact> put) {
        var asked = put.stream()
                .filter(fact -> fact.contact() != null)
                .filter(fact -> fact.key().kind() == Kind.RESOLVED || fact.key().kind() == Kind.CYCLE)
                .map(fact -> FactRow.Key.of(fact.key(), 0))
                .toList();
        if (asked.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return database.preparedQuery(generation.sql(RETURNS))
                .execute(Tuple.of(json(asked)))
                .map(rows -> {
                    var keys = new ArrayList<FactRow.Key>();
                    rows.forEach(row -> keys.add(new FactRow.Key(
                            row.getInteger(0), row.getLong(1), row.getInteger(2), row.getString(3), 0)));
                    return keys;
                })
                .chain(this::stale);
    }

    private Uni<Void> stale(Collection<FactRow.Key> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.preparedQuery(generation.sql(STALE))
                        .execute(Tuple.of(json(keys), zone))
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
