-- Where a device stands: shown to whoever validates its serial number, and its zone says when a day begins.
alter table device add column location jsonb;

update device set location = (
    select event.payload -> 'location' from domain_event event
    where event.aggregate_id = device.device_id::text and event.type = 'LocationChanged'
    order by event.sequence desc limit 1);

create index device_by_serial on device (serial_key);
create index device_assignment_by_device on device_assignment (device_id);

-- A person's role on an account. The sequence is that of the event told last; an older one changes nothing.
alter table customer_user
    add column holds_devices boolean not null default true,
    add column sequence      bigint  not null default -1;

comment on column customer_user.holds_devices is 'Whether the role can see devices at all.';

create table deactivated_user (
    user_id uuid primary key
);

-- Requests for devices of others, and who guesses serial numbers.
create sequence device_request_number;

create table device_request (
    request_id uuid primary key,
    number     text not null unique,
    account_id uuid not null,
    device_id  uuid not null,
    serial_key text not null,
    open       boolean not null default true
);

create unique index device_request_open_once on device_request (account_id, serial_key) where open;

create table failed_validation (
    user_id   uuid        not null,
    failed_at timestamptz not null
);

create index failed_validation_by_user on failed_validation (user_id, failed_at);

create table validation_block (
    user_id       uuid primary key,
    blocked_until timestamptz not null
);

create table device_group (
    group_id   uuid primary key,
    account_id uuid not null,
    name_key   text not null,
    constraint device_group_name_once_per_account unique (account_id, name_key)
);

create table device_group_member (
    group_id  uuid not null references device_group on delete cascade,
    device_id uuid not null,
    primary key (group_id, device_id)
);

create index device_group_member_by_device on device_group_member (device_id);

-- What billing-service tells of contracts, each fact by itself, so that their order does not matter.
create table contract (
    contract_id uuid primary key,
    number      text    not null,
    account_id  uuid    not null,
    start_on    date    not null,
    end_on      date    not null,
    maintenance boolean not null,
    supplies    boolean not null
);

create table contract_end (
    contract_id uuid primary key,
    ended_on    date   not null,
    sequence    bigint not null
);

create table contract_device (
    contract_id uuid not null,
    device_id   uuid not null,
    primary key (contract_id, device_id)
);

create index contract_device_by_device on contract_device (device_id);

create table contract_swap (
    contract_id   uuid   not null,
    sequence      bigint not null,
    device_id     uuid   not null,
    new_device_id uuid   not null,
    replaced_on   date   not null,
    primary key (contract_id, sequence)
);

create index contract_swap_by_device on contract_swap (device_id);
create index contract_swap_by_new_device on contract_swap (new_device_id);

-- When the contracts of a device may say something else. Nothing else is remembered, so no restart loses it.
create table coverage_due (
    device_id uuid primary key,
    due_at    timestamptz not null
);

create index coverage_due_in_order on coverage_due (due_at);

-- The tickets of devices: after the first event they name only their reference.
create table device_ticket (
    reference  text primary key,
    device_id  uuid,
    stops_work boolean not null default false,
    progress   text    not null default 'WAITING',
    changed_at timestamptz not null,
    sequence   bigint  not null
);

create index device_ticket_by_device on device_ticket (device_id) where progress <> 'OVER';

comment on column device_ticket.device_id is 'Unknown until the opening is told, and where the ticket has no device.';

-- When each device was heard last, to find the silent ones.
create table device_contact (
    device_id uuid primary key,
    last_at   timestamptz not null,
    told_for  timestamptz
);

create index device_contact_by_time on device_contact (last_at);

comment on column device_contact.told_for is 'The last communication whose silence has been looked into.';
