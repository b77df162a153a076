-- One mail in two of our mailboxes is one message: the key of a mail's content is shared by all accounts.
insert into accepted (source, key, conversation, first_seq, last_seq)
select '00000000-0000-0000-0000-000000000000', 'shared:' || key, conversation, first_seq, last_seq
from accepted where key like 'mail:%'
on conflict do nothing;
delete from accepted where key like 'mail:%';

-- To whom Firth wrote by itself that a mail has arrived, last. Position is that of the message it acknowledged.
create table acknowledgement (
    conversation uuid not null,
    address      text not null,
    account      uuid not null,
    position     bigint not null,
    at           timestamptz not null,
    primary key (conversation, address)
);
create index acknowledgement_address on acknowledgement (address, at);
create index acknowledgement_account on acknowledgement (account, at);
