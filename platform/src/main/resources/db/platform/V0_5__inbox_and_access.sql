-- Which events of other services have had their effect, for each consumer.
create table inbox (
    consumer   text        not null,
    event_id   text        not null,
    handled_at timestamptz not null default now(),
    primary key (consumer, event_id)
);

create index inbox_by_age on inbox (handled_at);

-- Who may reach what, followed from identity and device. An older event that comes late must change nothing: sequence.
create table access_account (
    account_id uuid primary key,
    region     text not null
);

create table access_user (
    user_id     uuid primary key,
    deactivated boolean not null
);

create table access_device (
    device_id  uuid primary key,
    account_id uuid,
    sequence   bigint not null
);

create index access_device_by_account on access_device (account_id);

create table access_assignment (
    device_id  uuid    not null,
    user_id    uuid    not null,
    account_id uuid    not null,
    assigned   boolean not null,
    sequence   bigint  not null,
    primary key (device_id, user_id)
);

create index access_assignment_by_user on access_assignment (user_id) where assigned;

grant select, insert, update, delete on inbox, access_account, access_user, access_device, access_assignment
    to "${app_role}";
