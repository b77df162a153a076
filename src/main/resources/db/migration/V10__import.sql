-- What happened in another system, staged until it is told to the journal, and what customers did elsewhere.

alter table interaction add column imported boolean not null default false;

create table import_job (
    id            uuid primary key,
    source        text not null,
    name          text not null,
    account       uuid,                       -- where conversations of its channel are to belong; null: as the channel says
    agent         uuid not null,
    state         text not null check (state in ('receiving', 'queued', 'running', 'done', 'failed', 'cancelled')),
    problem       text,
    lines         int not null default 0,
    accepted      int not null default 0,
    known         int not null default 0,
    refused       int not null default 0,
    ordered       boolean not null default false,
    done          int not null default 0,     -- up to which place of import_order everything is told
    runner        uuid,
    claimed_until timestamptz,                -- whoever receives or runs it has to say so again before
    created_at    timestamptz not null default now(),
    started_at    timestamptz,
    ended_at      timestamptz
);
create index import_job_unfinished on import_job (created_at) where state in ('receiving', 'queued', 'running');
create index import_job_recent on import_job (created_at desc, id desc);

-- A line as it came. When its job has ended, those that were refused stay for a while, to be mended.
create table import_line (
    job          uuid not null references import_job on delete cascade,
    line         int not null,
    conversation text,                        -- null where it belongs to none
    at           timestamptz,
    rank         smallint not null,
    channel      text,
    subject      text,
    customer     text,                        -- JSON: kind, value, name
    raw          bytea not null,
    whole        boolean not null,            -- false: only its beginning was kept
    reason       text,                        -- why it was refused
    primary key (job, line)
);
create index import_line_refused on import_line (job, line) where reason is not null;

-- The order in which a job's lines are told: conversations by their first instant, then by time.
create table import_order (
    job  uuid not null references import_job on delete cascade,
    ord  int not null,
    line int not null,
    size int not null,
    primary key (job, ord)
);

-- How a conversation begins, gathered from all of its lines.
create table import_conversation (
    job      uuid not null references import_job on delete cascade,
    name     text not null,
    channel  text,
    subject  text,
    customer text,
    primary key (job, name)
);

-- What a customer did outside of conversations. Source and key tell it from all others.
create table customer_event (
    id       uuid primary key,
    contact  uuid not null references contact,
    source   uuid not null,
    key      text not null,
    at       timestamptz not null,
    event    text not null,
    amount   numeric,
    currency text,
    unique (source, key),
    check (amount is null or currency is not null)
);
create index customer_event_contact on customer_event (contact, at);
create index customer_event_at on customer_event (at);
