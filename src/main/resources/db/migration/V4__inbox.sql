-- What stands around conversations: drafts, uploads, macros, and the index that searches read.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Names as they are compared: without case and accents. A body of SQL is bound when it is made, so it may stand in an index.
create function folded(name text) returns text language sql immutable strict parallel safe
    return lower(unaccent('unaccent'::regdictionary, name));

create index contact_name on contact using gin (folded(name) gin_trgm_ops);
create index identity_value on identity using gin (value gin_trgm_ops);
alter table contact add column notes text not null default '';

-- What an agent has written and not sent; never journalled.
create table draft (
    agent        uuid not null references agent on delete cascade,
    conversation uuid not null,
    kind         text not null check (kind in ('reply', 'note')),
    text         text not null,
    html         text,
    recipients   jsonb not null,
    uploads      uuid[] not null,
    base_seq     int not null,
    saved_at     timestamptz not null,
    primary key (agent, conversation)
);

-- Files that wait for their message; the bytes lie in the folder uploads, named by the id.
create table upload (
    id         uuid primary key,
    agent      uuid not null references agent on delete cascade,
    name       text not null,
    media_type text not null,
    size       bigint not null,
    created_at timestamptz not null
);
create index upload_created on upload (created_at);

create table macro (
    id       uuid primary key,
    owner    uuid references agent on delete cascade,   -- null: shared
    name     text not null check (name <> ''),
    text     text not null,
    html     text,
    followup text                                       -- JSON: the change that goes with it
);
create index macro_owner on macro (owner);

-- A message or a note as it reads now. Made from the journal, and may be made anew from it at any time.
create table search_message (
    conversation bigint not null,
    seq          int not null,
    at           timestamptz not null,
    author       text not null,      -- folded: name and address of whoever wrote it
    title        text not null,      -- folded: the subject, and the names and addresses of those who take part
    has_file     boolean not null,
    body         text not null,
    words        tsvector not null,
    primary key (conversation, seq)
);
create index search_message_words on search_message using gin (words);
create index search_message_title on search_message using gin (title gin_trgm_ops);
create index search_message_author on search_message using gin (author gin_trgm_ops);
create index search_message_at on search_message (at);
