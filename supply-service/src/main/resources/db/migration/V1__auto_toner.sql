-- What a decision has to look up. Each row is written in the transaction of the event it follows from.

create table toner_model (
    model_id           uuid primary key,
    auto_toner_capable boolean not null
);

create table toner_device (
    device_id             uuid primary key,
    model_id              uuid not null,
    state                 text not null,
    last_communication_at timestamptz
);

create index toner_device_by_model on toner_device (model_id);

create index toner_device_by_communication on toner_device (last_communication_at)
    where state in ('ENABLED_ACTIVE', 'ENABLED_INACTIVE');

comment on column toner_device.state is 'As the enrolment told it last.';
comment on column toner_device.last_communication_at is
    'A device speaks every few minutes: kept here, and an event only where its state changes.';

-- Followed from identity-service.
create table customer_account (
    account_id uuid primary key,
    name       text not null
);

create table supply_order (
    order_id   uuid primary key,
    account_id uuid not null
);

create sequence order_number;
