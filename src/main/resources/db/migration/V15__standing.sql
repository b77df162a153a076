-- What stood at an instant is found by that instant, however much came and went before and after it, and told from the index alone.
-- Different contacts are counted from an index too.

do $do$
declare
    s text;
    k int;
begin
    foreach s in array array['metrics_a', 'metrics_b'] loop
        -- of turns, cycles and standings
        foreach k in array array[6, 8, 14] loop
            execute format($sql$
                create index fact_stood_%2$s on %1$s.fact using gist (
                    tstzrange(opened_at, case when closed_at < opened_at then opened_at else closed_at end))
                include (opened_at, closed_at, at, flags, account, team, agent, channel, priority)
                where kind = %2$s
            $sql$, s, k);
        end loop;
        execute format($sql$
            create index fact_helped on %1$s.fact (at) include (contact, flags, account, team, agent, channel, priority)
            where kind = 1 and contact is not null
        $sql$, s);
    end loop;
end
$do$;
