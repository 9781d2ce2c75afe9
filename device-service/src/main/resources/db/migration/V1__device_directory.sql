-- What a decision has to look up. Each row is written in the transaction of the event it follows from.

create table device_model (
    model_id uuid primary key,
    facts    jsonb not null
);

-- One row per device reserves its serial number within the model (DEV-41).
create table device (
    device_id     uuid primary key,
    model_id      uuid not null references device_model,
    manufacturer  text not null,
    model         text not null,
    serial_number text not null,
    serial_key    text not null,
    account_id    uuid,
    constraint device_serial_once_per_model unique (model_id, serial_key)
);

create index device_by_account_and_serial on device (account_id, serial_key);

comment on column device.serial_key is 'The serial number without regard to case.';

create table device_assignment (
    device_id  uuid not null,
    user_id    uuid not null,
    account_id uuid not null,
    primary key (device_id, user_id)
);

create index device_assignment_by_user on device_assignment (user_id);

-- Followed from identity-service.
create table customer_account (
    account_id uuid primary key
);

create table customer_user (
    user_id    uuid not null,
    account_id uuid not null,
    primary key (user_id, account_id)
);
