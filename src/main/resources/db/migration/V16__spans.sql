-- Between whole days, added up: from when a conversation, turn or cycle began until it ended, and from when a contact was there last
-- until they were again. What stood at a midnight and how many different contacts a period had are told from these,
-- however many messages there were.

do $do$
declare
    s text;
begin
    foreach s in array array['metrics_a', 'metrics_b'] loop
        execute format($sql$
            create table %1$s.span (
                kind smallint not null,
                dimension text not null,
                -- the day under which it is added up
                at timestamptz not null,
                account uuid,
                team uuid,
                agent uuid,
                word text not null,
                flags int not null,
                -- null: never before
                from_day timestamptz,
                -- null: not yet
                to_day timestamptz,
                n bigint not null,
                -- when the first of them began
                oldest timestamptz not null
            );
            create index span_read on %1$s.span (kind, dimension, at)
                include (account, team, agent, word, flags, from_day, to_day, n, oldest);
            create index span_at on %1$s.span (at);

            -- Until a day is added up again, it is read from the facts: it has no spans yet.
            insert into %1$s.stale (grain, at) select distinct 'd', at from %1$s.cell where grain = 'd' on conflict do nothing;
        $sql$, s);
    end loop;
end
$do$;
