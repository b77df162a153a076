-- What customers asked and agents answered, without whose it was, for as long as suggestions look back. It can be made anew
-- from the journal.

create table past_question (
    conversation bigint not null,
    -- the first message of the turn, and the reply
    question int not null,
    reply int not null,
    account uuid not null,
    contact uuid not null,
    agent uuid,
    at timestamptz not null,
    asked text not null,
    answer text not null,
    -- whose embeddings these are: four bytes a number, one vector after the other; null until there are some
    model text,
    asked_vectors bytea,
    answer_vectors bytea,
    primary key (conversation, question)
);
create index past_question_recent on past_question (account, at desc);
create index past_question_unread on past_question (at desc) where model is null;

-- Conversations that are yet to be read, because something has happened that may change what they answer.
create table unmined (
    conversation bigint primary key,
    account uuid not null,
    -- when it happened last
    at timestamptz not null,
    -- how often: so that what happens while it is read has it read again
    times int not null default 1,
    -- when it is tried again after it could not be read
    retry_at timestamptz
);
create index unmined_newest on unmined (at desc);

-- Answers that a supervisor has read and allowed to be offered as they are.
create table approved_answer (
    id uuid primary key,
    -- what it answers, in a few words
    title text not null,
    text text not null,
    -- where it is offered; none: everywhere
    accounts uuid[] not null,
    -- the day on which somebody is to look whether it still holds
    review_on date,
    -- the answer of the past that it came from, and how many customers had been given that
    origin uuid,
    customers int not null,
    changed_by uuid,
    changed_at timestamptz not null
);

-- What is asked when an approved answer is the right one, each in other words.
create table approved_question (
    answer uuid not null references approved_answer on delete cascade,
    n int not null,
    words text not null,
    model text,
    vectors bytea,
    primary key (answer, n)
);
create index approved_question_unread on approved_question (answer) where model is null;

-- How often what is known for an account has changed; every node looks whether what it holds in memory is old.
-- What is known for all of them stands under a row without an account.
create table suggestion_version (
    account uuid unique nulls not distinct,
    version bigint not null
);

-- What was offered, and what became of it.
create table suggestion_offer (
    conversation bigint not null,
    suggested int not null,
    answer uuid not null,
    account uuid not null,
    at timestamptz not null,
    -- of what was sent; null where it was not used
    similarity double precision,
    -- who sent it
    agent uuid,
    dismissed boolean not null default false,
    primary key (conversation, suggested, answer)
);
create index suggestion_offer_answer on suggestion_offer (account, answer);
