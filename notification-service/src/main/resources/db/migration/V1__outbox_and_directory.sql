-- One row for each event, person and channel, for ever: a replay finds it and adds nothing (NOT-25).
create table message (
    message_id      uuid        primary key,
    source_event_id text        not null,
    recipient       uuid        not null,
    channel         text        not null,
    template        text        not null,
    audience        text        not null,
    account_id      uuid        not null,
    device_id       uuid,
    facts           jsonb       not null,
    actor           text        not null,
    correlation_id  text        not null,
    occurred_at     timestamptz not null,
    expires_at      timestamptz not null,
    state           text        not null default 'WAITING'
        check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED')),
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null,
    last_trouble    text,
    constraint message_once unique (source_event_id, recipient, channel)
);

comment on column message.state is 'SENDING from just before the server gets the last word of the mail until its answer is stored (ADR 0018).';
comment on column message.next_attempt_at is 'While an attempt runs, the end of its lease.';

create index message_to_send on message (state, next_attempt_at) where state in ('WAITING', 'SENDING');

-- Somebody was to be told and there is nobody: the contact centre calls (NOT-24).
create table call_task (
    source_event_id text        primary key,
    template        text        not null,
    account_id      uuid        not null,
    occurred_at     timestamptz not null
);

-- Followed from identity. An older event that comes late must change nothing: sequence.
create table person (
    user_id      uuid    primary key,
    email        text    not null,
    display_name text    not null,
    language     text    not null,
    active       boolean not null,
    sequence     bigint  not null
);

create table account (
    account_id uuid primary key,
    name       text not null,
    region     text not null
);

create table account_role (
    user_id    uuid   not null,
    account_id uuid   not null,
    role       text   not null,
    functions  text[] not null,
    sequence   bigint not null,
    primary key (user_id, account_id)
);

create index account_role_by_account on account_role (account_id, role);

create table staff_role (
    user_id  uuid   primary key,
    role     text   not null,
    regions  text[] not null,
    sequence bigint not null
);

-- Followed from device.
create table device (
    device_id     uuid primary key,
    model         text not null,
    serial_number text not null
);

create table device_assignment (
    device_id  uuid    not null,
    user_id    uuid    not null,
    account_id uuid    not null,
    assigned   boolean not null,
    sequence   bigint  not null,
    primary key (device_id, user_id)
);

-- Followed from ticket and supply: what their later events leave out.
create table ticket (
    reference  text primary key,
    account_id uuid not null,
    device_id  uuid,
    requester  uuid not null,
    subject    text not null
);

create table toner_order (
    order_id     uuid primary key,
    order_number text not null,
    account_id   uuid not null,
    device_id    uuid not null,
    colour       text not null
);
