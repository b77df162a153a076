-- How often something was turned away at an account's door. Of what it held nothing is kept.
create table channel_refusal (
    account uuid not null,
    reason  text not null,
    count   bigint not null,
    last_at timestamptz not null,
    primary key (account, reason)
);

-- The thread that a conversation is to another system.
create index thread_key_of_webhook on thread_key (conversation) where key like 'thread:%';
