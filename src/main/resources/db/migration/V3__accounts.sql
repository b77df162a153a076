-- Accounts that people set up, what may come before its message, merged conversations, blocked and merged contacts.

alter table channel_account add column state text not null default 'active'
    check (state in ('active', 'paused', 'removed'));
update channel_account set state = 'removed' where not active;
alter table channel_account drop column active;
alter table channel_account add column settings jsonb not null default '{}';
alter table channel_account add column secrets bytea;   -- sealed with AES-256-GCM by the deployment's key
alter table channel_account add column changed_at timestamptz not null default now();

-- How far an adapter has read: written in the transaction of what it read.
create table channel_cursor (
    account  uuid not null,
    folder   text not null,
    value    text not null,
    saved_at timestamptz not null default now(),
    primary key (account, folder)
);

-- How an account's adapter was when it was last heard of.
create table channel_vitals (
    account       uuid primary key,
    alive_at      timestamptz,
    received_at   timestamptz,
    lag_ms        bigint,
    problem       text,
    problem_since timestamptz
);

-- The message that a key names, so that news about it finds it; null where only its conversation is known.
alter table thread_key add column seq int;

-- News that came before its message.
create table early (
    account uuid not null,
    key     text not null,
    target  text not null,
    kind    text not null,
    news    jsonb not null,
    raw     uuid not null,
    primary key (account, key)
);
create index early_target on early (target);

alter table contact add column blocked_at timestamptz;
alter table contact add column merged_into uuid references contact;
create index contact_merged on contact (merged_into) where merged_into is not null;

alter table conversation add column merged_into uuid;
alter table conversation add column preview_seq int not null default 0;
update conversation c set preview_seq = coalesce(
    (select max(i.seq) from interaction i where i.conversation = c.number and i.type = 'message'), 0);
