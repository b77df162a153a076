package io.firth.metrics.projection;

import io.firth.metrics.fact.Flag;
import io.firth.metrics.fact.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Adds up what lies between two days. What begins or ends with the first instant of a day counts to the day before: so at a midnight
 * stood what began on a day before it and did not end on one.
 */
final class Spans {

    private static final String FORGET = """
            with gone as (delete from metrics.span where at = any($1))
            delete from metrics.visit where at = any($1)""";

    /** What began and ended on one day stood at no midnight. */
    private static final String STOOD = """
            insert into metrics.span
            select f.kind, d.dimension, s.at, d.account, d.team, d.agent, d.word, f.flags & ($4::int[])[f.kind + 1],
              t.from_day, t.to_day, count(*), min(f.opened_at)
            """ + Sums.FACTS + Dimensions.OF_A_FACT
            + """
            cross join lateral (select
              date_trunc('day', f.opened_at - interval '1 microsecond', $1) as from_day,
              case when f.closed_at is not null
                then date_trunc('day', greatest(f.opened_at, f.closed_at) - interval '1 microsecond', $1) end as to_day) t
            where f.kind in (%d, %d, %d) and d.dimension <> 'stage' and (t.to_day is null or t.to_day > t.from_day)
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 order by 1, 2, 3""".formatted(Kind.TURN.ordinal(), Kind.CYCLE.ordinal(), Kind.STANDING.ordinal());

    /** Each different contact of a day, and on which day the same contact was there last, in the same place. */
    private static final String THERE_AGAIN =
            """
            insert into metrics.visit
            select kind, dimension, at, account, team, agent, word, array_agg(before order by before), array_agg(n order by before)
            from (select kind, dimension, at, account, team, agent, word, before, count(*) as n from (
              select f.kind, d.dimension, s.at, d.account, d.team, d.agent, d.word, f.contact, date_trunc('day', (
                select e.at from metrics.fact e
                where e.contact = f.contact and e.kind = f.kind and e.at < s.at and %1$s and case d.dimension
                  when 'account' then e.account = d.account
                  when 'team' then e.team is not distinct from d.team
                  when 'agent' then e.agent is not distinct from d.agent
                  when 'channel' then e.channel = d.word
                  when 'priority' then e.priority = d.word
                  when 'message_kind' then e.message_kind = d.word
                  when 'label' then d.word = any (e.labels)
                  else true end
                order by e.at desc limit 1), $1) as before
              """.formatted(counts("e")) + Sums.FACTS + Dimensions.OF_A_FACT + """
              where f.contact is not null and %s and d.dimension not in ('desk', 'stage')
              group by 1, 2, 3, 4, 5, 6, 7, 8) contact
              group by 1, 2, 3, 4, 5, 6, 7, 8) visit
            group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3""".formatted(counts("f"));

    private final SqlClient database;
    private final Generation generation;

    Spans(SqlClient database, Generation generation) {
        this.database = database;
        this.generation = generation;
    }

    /** Those facts whose different contacts are counted. */
    private static String counts(String fact) {
        return "(%1$s.kind = %2$d or %1$s.kind = %3$d and %1$s.flags & %4$d <> 0)"
                .formatted(fact, Kind.RECEIVED.ordinal(), Kind.SENT.ordinal(), Flag.AGENT.bit());
    }

    /** Whether different contacts are counted among facts of a kind. */
    static boolean isOfContacts(Kind kind) {
        return kind == Kind.RECEIVED || kind == Kind.SENT;
    }

    /**
     * @param zone whose days they are
     * @param flags by which what stood is told apart, kind by kind
     */
    Uni<Void> replace(String zone, OffsetDateTime[] from, OffsetDateTime[] until, List<Integer> flags) {
        return run(FORGET, Tuple.of((Object) from))
                .chain(() -> run(STOOD, Tuple.of(zone, from, until, flags.toArray(Integer[]::new))))
                .chain(() -> run(THERE_AGAIN, Tuple.of(zone, from, until)));
    }

    private Uni<Void> run(String statement, Tuple values) {
        return database.preparedQuery(generation.sql(statement)).execute(values).replaceWithVoid();
    }
}
