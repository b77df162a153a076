-- Who chats, by what they are known again, which conversations are theirs, and the files they send.

create table visitor (
    id uuid primary key,
    account uuid not null,
    subject text,                -- the site's own id of a person whom it has proved
    name text,
    email text,
    email_proven boolean not null default false,
    first_message uuid,          -- the panel's own id of the message that made this row, while nobody has shown its token
    conversation uuid,           -- the one that the panel shows
    here_until timestamptz not null,   -- a lease while a panel is open, then when the last one was closed
    created_at timestamptz not null default now(),
    transcript_at timestamptz,
    merged_into uuid references visitor
);
create unique index visitor_subject on visitor (account, subject) where subject is not null;
create unique index visitor_first_message on visitor (account, first_message) where first_message is not null;

create table visitor_token (
    hash text primary key,
    visitor uuid not null references visitor,
    replaces text,               -- the token that this one stands in for, which ends when this one is used
    created_at timestamptz not null default now(),
    used_at timestamptz not null default now(),
    ends_at timestamptz
);
create index visitor_token_visitor on visitor_token (visitor);
create index visitor_token_used on visitor_token (used_at);

create table visitor_conversation (
    conversation uuid not null,
    visitor uuid not null references visitor,
    address text not null,       -- by which the visitor takes part in it
    read_seq int not null default 0,
    unseen_seq int not null default 0,
    unseen_since timestamptz,    -- since when something of ours waits to be seen
    mailed_seq int not null default 0,
    mail_claimed_until timestamptz,
    mail_due timestamptz,
    mail_tries int not null default 0,
    primary key (conversation, visitor)
);
create index visitor_conversation_visitor on visitor_conversation (visitor);
create index visitor_conversation_unseen on visitor_conversation (unseen_since) where unseen_since is not null;

create table visitor_upload (
    id uuid primary key,
    visitor uuid not null references visitor,
    name text not null,
    media_type text not null,
    size bigint not null,
    sha256 text,                 -- null until the bytes have come
    created_at timestamptz not null default now(),
    used_at timestamptz
);
create index visitor_upload_visitor on visitor_upload (visitor, created_at);

-- How fast an account answers, and who waits before whom.
create index conversation_chat on conversation (account, began_at) where channel = 'chat';
