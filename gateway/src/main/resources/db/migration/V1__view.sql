-- The synchronised view. Every table can be thrown away and built again from the topics; no table refers to another,
-- because the events of a device may come before those of its account.

-- How far the view has come with each aggregate: what a consistency token asks for.
create table view_progress (
    source       text   not null,
    aggregate_id text   not null,
    sequence     bigint not null,
    primary key (source, aggregate_id)
) with (fillfactor = 70);
create index view_progress_by_aggregate on view_progress (aggregate_id);

create table view_account (
    account_id              uuid primary key,
    customer_account_number text not null,
    system_account_number   text not null,
    name                    text not null,
    country                 text not null,
    region                  text not null
);
create index view_account_by_system_number on view_account (system_account_number);
create index view_account_by_region on view_account (region);

create table view_user (
    user_id           uuid primary key,
    email             text,
    name              text,
    language          text,
    active            boolean not null default true,
    staff_role        text,
    staff_regions     text[],
    rights_changed_at timestamptz
);

create table view_grant (
    user_id    uuid   not null,
    account_id uuid   not null,
    role       text   not null,
    functions  text[] not null,
    primary key (user_id, account_id)
);
create index view_grant_by_account on view_grant (account_id);

create table view_agent (
    agent_id   uuid primary key,
    account_id uuid not null,
    name       text not null
);

create table view_device (
    device_id           uuid primary key,
    serial_number       text,
    equipment_number    text,
    manufacturer        text,
    model               text,
    counters            text[] not null default '{}',
    toner_colours       text[] not null default '{}',
    rated_monthly_pages integer,
    account_id          uuid,
    site                text,
    street              text,
    postal_code         text,
    city                text,
    country             text,
    room                text,
    time_zone           text,
    last_communication  timestamptz
) with (fillfactor = 70);
create index view_device_by_account on view_device (account_id);
create index view_device_by_serial on view_device (serial_number);

create table view_supply (
    device_id   uuid        not null,
    index       integer     not null,
    kind        text        not null,
    colour      text,
    description text        not null,
    state       text        not null,
    percent     integer,
    observed_at timestamptz not null,
    primary key (device_id, index)
) with (fillfactor = 70);

create table view_low_toner (
    device_id uuid        not null,
    colour    text        not null,
    percent   integer,
    since     timestamptz not null,
    primary key (device_id, colour)
);

create table view_assignment (
    user_id    uuid not null,
    device_id  uuid not null,
    account_id uuid not null,
    primary key (user_id, device_id)
);
create index view_assignment_by_device on view_assignment (device_id);

-- Counters in pages; what a device does not count is null.
create table view_read (
    read_id     uuid primary key,
    device_id   uuid        not null,
    read_on     date        not null,
    sequence    bigint      not null,
    total       bigint,
    black_white bigint,
    colour      bigint,
    source      text        not null,
    actor       text        not null,
    confirmed   boolean     not null,
    recorded_at timestamptz not null,
    superseded  boolean     not null default false
);
create index view_read_by_device on view_read (device_id, read_on desc, sequence desc);

-- Who did what when. The account is the one named by the event; where it names none, the device's.
create table view_timeline (
    event_id    text primary key,
    type        text        not null,
    occurred_at timestamptz not null,
    sequence    bigint      not null,
    actor       text        not null,
    device_id   uuid,
    account_id  uuid,
    user_id     uuid,
    data        jsonb       not null
);
create index view_timeline_by_device on view_timeline (device_id, occurred_at desc, sequence desc);
create index view_timeline_by_account on view_timeline (account_id, occurred_at desc, sequence desc);

-- What the live stream says, for 24 hours. Read by (transaction_id, position) below the horizon of running transactions,
-- so that every instance sees the same order and nothing appears behind a reader.
create table live_event (
    position       bigint generated always as identity,
    transaction_id xid8        not null default pg_current_xact_id(),
    event_id       text        not null unique,
    type           text        not null,
    kind           text        not null,
    object_id      text        not null,
    account_id     uuid,
    device_id      uuid,
    user_id        uuid,
    actor          text        not null,
    occurred_at    timestamptz not null,
    recorded_at    timestamptz not null default now(),
    data           jsonb       not null,
    primary key (transaction_id, position)
);
create index live_event_by_age on live_event (recorded_at);
