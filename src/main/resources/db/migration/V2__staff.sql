-- Agents, teams and what they prove themselves with. Secrets are stored as hashes only (SHA-256 in hexadecimal of 256 random bits).

create table agent (
    id          uuid primary key,
    name        text not null check (name <> ''),
    email       text not null unique check (email = lower(email)),
    role        text not null check (role in ('agent', 'supervisor', 'administrator')),
    active      boolean not null default true,
    password    text,                       -- Argon2id as a PHC string; null until the invitation is taken up
    zone        text,
    created_at  timestamptz not null,
    last_seen   timestamptz,
    access_turn bigint not null default 0   -- moves when sessions or rights end, so that every node notices
);

create table team (
    id         uuid primary key,
    name       text not null check (name <> ''),
    restricted boolean not null default false,
    closed     boolean not null default false   -- stays, so that what it alone saw is not laid open
);
create unique index team_name on team (lower(name)) where not closed;

create table team_member (
    team  uuid not null references team on delete cascade,
    agent uuid not null references agent on delete cascade,
    primary key (team, agent)
);
create index team_member_agent on team_member (agent);

-- An account named here is seen by the members of its teams only.
create table team_account (
    team    uuid not null references team on delete cascade,
    account uuid not null,
    primary key (team, account)
);
create index team_account_account on team_account (account);

create table session (
    token_hash text primary key,
    agent      uuid not null references agent on delete cascade,
    created_at timestamptz not null,
    used_at    timestamptz not null
);
create index session_agent on session (agent);

create table api_key (
    id           uuid primary key,
    name         text not null check (name <> ''),
    role         text not null check (role in ('agent', 'supervisor', 'administrator')),
    agent        uuid not null references agent on delete cascade,
    secret_hash  text not null unique,
    hint         text not null,
    created_at   timestamptz not null,
    last_used_at timestamptz
);
create index api_key_agent on api_key (agent);

create table invitation (
    token_hash text primary key,
    kind       text not null check (kind in ('setup', 'invitation', 'reset')),
    agent      uuid references agent on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    check ((agent is null) = (kind = 'setup'))
);
create index invitation_agent on invitation (agent);

create table audit (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   uuid,                           -- null: Firth itself
    action  text not null,
    subject text not null
);
