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
create index past_question_model on past_question (model, at desc);

-- What became of what was offered, once for each time.
create table suggestion_event (
    conversation bigint not null,
    seq int not null,
    answer uuid not null,
    kind text not null check (kind in ('shown', 'used', 'dismissed')),
    similarity double precision,
    agent uuid,
    at timestamptz not null,
    primary key (conversation, seq, answer)
);
create index suggestion_event_answer on suggestion_event (answer);
