-- Who is asked how they were served, what was asked, and what became of it.

create table survey_policy (
    account       uuid primary key,
    asks          boolean not null,
    scale         text not null check (scale in ('numbers', 'faces', 'thumbs')),
    moment        text not null check (moment in ('resolution', 'first_answer')),
    delay_minutes int not null,
    reminder_days int,
    quiet_days    int not null,
    valid_days    int not null,
    language      text,
    items         text[] not null,
    changed_at    timestamptz not null default now()
);

-- One occasion to ask: a resolution, or a first answer. Holds nothing that a customer wrote.
create table survey (
    id             uuid primary key,
    conversation   uuid not null,
    occasion       int not null,         -- the seq of what it is asked about
    resolution     boolean not null,     -- whether that is a resolution
    account        uuid not null,
    contact        uuid not null,
    state          text not null check (state in ('due', 'asking', 'asked', 'withheld')),
    reason         text,                 -- why it was not asked
    due            timestamptz not null, -- when to ask, or to remind
    claimed_until  timestamptz,
    scale          text not null,
    items          text[] not null,
    language       text not null,
    asked_at       timestamptz,
    remind_at      timestamptz,
    reminded_at    timestamptz,
    valid_until    timestamptz,
    score          int,
    solved         boolean,
    answered_at    timestamptz,
    answers        int not null default 0,
    answer_hash    text,                 -- by which the same answer is known again
    pending        jsonb,                -- an answer that the journal may not have yet
    answer_claimed_until timestamptz,
    unique (conversation, occasion)
);
create index survey_due on survey (due) where state in ('due', 'asking');
create index survey_reminder on survey (remind_at) where remind_at is not null;
create index survey_pending on survey (answer_claimed_until) where pending is not null;
create index survey_contact on survey (contact, asked_at) where asked_at is not null;
create index survey_decided on survey (account, due);
