-- The journal and what one transaction of its writer keeps in step with it. Ids outside are UUIDv7, inside bigint.

create sequence position;
create sequence conversation_number;

-- A restore begins a new epoch: positions that open pages remember mean nothing any more.
create table deployment (
    one boolean primary key default true check (one),
    epoch uuid not null default gen_random_uuid()
);
insert into deployment default values;

create table channel_account (
    id uuid primary key,
    channel text not null,
    name text not null,
    address text not null,
    accepts text[] not null,
    active boolean not null default true,
    created_at timestamptz not null default now()
);

create table contact (
    id uuid primary key,
    name text,
    created_at timestamptz not null
);

create table identity (
    kind text not null,
    value text not null,
    contact uuid not null references contact,
    verified boolean not null default false,
    primary key (kind, value)
);
create index identity_of_contact on identity (contact);

create table status (
    id text primary key,
    name text not null,
    category text not null check (category in ('open', 'pending', 'snoozed', 'resolved', 'spam')),
    rank int not null
);
insert into status (id, name, category, rank) values
    ('open', 'Open', 'open', 1),
    ('pending', 'Pending', 'pending', 2),
    ('snoozed', 'Snoozed', 'snoozed', 3),
    ('resolved', 'Resolved', 'resolved', 4),
    ('spam', 'Spam', 'spam', 5);

create table label (
    name text primary key,
    color text not null
);

-- What arrived, byte for byte. Small input stands in the row, large in a file named by its hash.
create table raw (
    id uuid primary key,
    account uuid not null,
    channel text not null,
    at timestamptz not null,
    sender text not null,
    recipients jsonb not null,
    size bigint not null,
    sha256 text,
    bytes bytea,
    check ((sha256 is null) <> (bytes is null))
);
alter table raw alter column bytes set storage external;

create table interaction (
    position bigint primary key,
    conversation bigint not null,
    seq int not null,
    type text not null,
    public boolean not null,
    at timestamptz not null,
    actor_kind text not null,
    actor uuid,
    body jsonb not null,
    raw uuid,
    unique (conversation, seq)
);

-- The fold of a conversation's interactions, written in the transaction that appends them.
create table conversation (
    number bigint primary key,
    id uuid not null unique,
    account uuid not null,
    channel text not null,
    contact uuid not null,
    subject text not null,
    related uuid,
    external_ref text,
    seq int not null,
    status text not null,
    category text not null,
    snoozed_until timestamptz,
    ownership text not null,
    assignee uuid,
    team uuid,
    priority text not null,
    labels jsonb not null,
    verified jsonb not null,
    unverified jsonb not null,
    last_public_seq int not null,
    last_customer_seq int not null,
    last_reply_seq int not null,
    last_reply_kind text,
    last_reply_by uuid,
    other_reply_seq int not null,
    waiting_since timestamptz,
    began_at timestamptz not null,
    last_activity_at timestamptz not null,
    preview text not null,
    preview_by text not null,
    position bigint not null
) with (fillfactor = 80);

create index conversation_activity on conversation (last_activity_at desc, number desc);
create index conversation_unfinished on conversation (category, last_activity_at desc, number desc)
    where category in ('open', 'pending', 'snoozed');
create index conversation_mine on conversation (assignee, last_activity_at desc, number desc)
    where category in ('open', 'pending', 'snoozed');
create index conversation_waiting on conversation (waiting_since, number) where waiting_since is not null;
create index conversation_contact on conversation (contact, number desc);

-- What was accepted once. Source is the account it came by, or the agent who asked.
create table accepted (
    source uuid not null,
    key text not null,
    conversation uuid not null,
    first_seq int not null,
    last_seq int not null,
    primary key (source, key)
);

create table thread_key (
    account uuid not null,
    key text not null,
    conversation uuid not null,
    primary key (account, key)
);

create table quarantine (
    raw uuid primary key references raw,
    reason text not null,
    tries int not null default 1,
    tried_at timestamptz not null,
    resolved_at timestamptz,
    conversation uuid
);
create index quarantine_open on quarantine (tried_at desc) where resolved_at is null;

-- One sending of one message: a state, not an event.
create table delivery (
    id uuid primary key,
    conversation uuid not null,
    seq int not null,
    account uuid not null,
    channel text not null,
    state text not null,
    detail text,
    external_id text,
    tries int not null default 0,
    due timestamptz not null,
    claimed_until timestamptz,
    created_at timestamptz not null,
    unique (conversation, seq)
);
create index delivery_due on delivery (due) where state = 'pending';
create index delivery_recent on delivery (created_at desc);
create index delivery_unsettled on delivery (state, created_at desc) where state in ('captured', 'failed', 'uncertain');

create table timer (
    conversation uuid not null,
    kind text not null,
    due timestamptz not null,
    claimed_until timestamptz,
    primary key (conversation, kind)
);
create index timer_due on timer (due);

-- How far each durable reaction has read.
create table reaction (
    name text primary key,
    position bigint not null,
    saved_at timestamptz not null default now()
);

-- What a reaction could not take in after several tries.
create table reaction_failure (
    name text not null,
    position bigint not null,
    error text not null,
    at timestamptz not null default now(),
    primary key (name, position)
);

create table read_mark (
    agent uuid not null,
    conversation uuid not null,
    seq int not null,
    primary key (agent, conversation)
);
