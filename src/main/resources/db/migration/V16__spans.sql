-- Between whole days, added up: from when a conversation, turn or cycle began until it ended, and from when a contact was there last
-- until they were again. What stood at a midnight and how many different contacts a period had are told from these,
-- however many messages there were. What differs by flags alone shares a row, so that a day takes as many rows as it has places.

do $do$
declare
    s text;
    k int;
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
                from_day timestamptz not null,
                -- null: not yet
                to_day timestamptz,
                n bigint not null,
                -- when the first of them began
                oldest timestamptz not null
            );
            create index span_at on %1$s.span (at);

            create table %1$s.visit (
                kind smallint not null,
                dimension text not null,
                at timestamptz not null,
                account uuid,
                team uuid,
                agent uuid,
                word text not null,
                -- the days on which contacts of this day were there last, null where never before; and how many each
                before timestamptz[] not null,
                n bigint[] not null
            );
            create index visit_read on %1$s.visit (kind, dimension, at);
            create index visit_at on %1$s.visit (at);

            -- Until it is added up again, it is read from the facts.
            insert into %1$s.stale (grain, at) select distinct grain, at from %1$s.cell on conflict do nothing;
            truncate %1$s.cell;
            alter table %1$s.cell
                alter column flags type int[] using null,
                alter column n type bigint[] using null,
                alter column amount type bigint[] using null;

            create index stale_days on %1$s.stale (at) where grain = 'd';
        $sql$, s);
        -- of turns, cycles and standings
        foreach k in array array[6, 8, 14] loop
            execute format($sql$
                create index span_%2$s on %1$s.span (dimension, at)
                include (account, team, agent, word, flags, from_day, to_day, n, oldest) where kind = %2$s
            $sql$, s, k);
        end loop;
    end loop;
end
$do$;
