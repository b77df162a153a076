-- What conversations come to in figures: two sets of the same tables, of which one is read and the other is free for being
-- made anew from the journal. They hold no personal data.

create table metrics_generation (
    one boolean primary key default true check (one),
    live text not null check (live in ('a', 'b')),
    measure text not null default ''
);
insert into metrics_generation (live) values ('a');

do $do$
declare
    s text;
begin
    foreach s in array array['metrics_a', 'metrics_b'] loop
        execute format($sql$
            create schema %1$s;

            -- How far the fold has come, and where each conversation stands in it.
            create table %1$s.progress (
                one boolean primary key default true check (one),
                position bigint not null default 0,
                at timestamptz
            );
            insert into %1$s.progress default values;

            create table %1$s.course (
                conversation bigint primary key,
                state jsonb not null
            );

            create table %1$s.fact (
                kind smallint not null,
                conversation bigint not null,
                n int not null,
                stage text not null,
                cycle int not null,
                at timestamptz not null,
                opened_at timestamptz not null,
                opened_by int not null,
                closed_at timestamptz,
                closed_by int,
                wall bigint,
                business bigint,
                bucket smallint,
                amount bigint,
                flags int not null,
                contact uuid,
                account uuid not null,
                channel text not null,
                team uuid,
                agent uuid,
                labels text[] not null,
                priority text not null,
                primary key (kind, conversation, n, stage)
            );
            create index fact_at on %1$s.fact (kind, at, conversation, n, stage);
            create index fact_time on %1$s.fact (at);
            create index fact_standing on %1$s.fact (kind, opened_at) where closed_at is null;
            create index fact_ended on %1$s.fact (kind, closed_at) where closed_at is not null;
            create index fact_contact on %1$s.fact (contact, kind, at) where contact is not null;

            -- Quarter hours ('q') and days ('d') of facts, added up. What is stale is read from the facts instead.
            create table %1$s.cell (
                grain text not null,
                kind smallint not null,
                dimension text not null,
                at timestamptz not null,
                account uuid,
                team uuid,
                agent uuid,
                word text not null,
                flags int not null,
                n bigint not null,
                amount bigint,
                wall bigint,
                business bigint,
                wall_min bigint,
                wall_max bigint,
                business_min bigint,
                business_max bigint
            );
            create index cell_read on %1$s.cell (grain, kind, dimension, at);
            create index cell_at on %1$s.cell (grain, at);

            -- Of durations, how many fell into which bucket: pairs in a quarter hour, every bucket of a day, so that a day
            -- takes the same room whatever happened on it.
            create table %1$s.histogram (
                grain text not null,
                kind smallint not null,
                dimension text not null,
                at timestamptz not null,
                account uuid,
                team uuid,
                agent uuid,
                word text not null,
                buckets smallint[],
                counts int[],
                whole bytea
            );
            alter table %1$s.histogram alter column whole set storage plain;
            create index histogram_read on %1$s.histogram (grain, kind, dimension, at);
            create index histogram_at on %1$s.histogram (grain, at);

            create table %1$s.stale (
                grain text not null,
                at timestamptz not null,
                primary key (grain, at)
            );
        $sql$, s);
    end loop;
end
$do$;
