-- What a decision has to look up. Each row is written in the transaction of the event it follows from.

create extension if not exists btree_gist;

create table contract (
    contract_id uuid primary key,
    number      text  not null,
    number_key  text  not null constraint contract_number_once unique,
    account_id  uuid  not null,
    start_on    date  not null,
    rates       jsonb not null
);

comment on column contract.number_key is 'The number without regard to case.';

-- A device is in one contract at a time: the database itself keeps two that overlap apart.
create table contract_device (
    contract_id uuid      not null references contract,
    device_id   uuid      not null,
    term        daterange not null,
    primary key (contract_id, device_id),
    constraint device_in_one_contract_at_a_time exclude using gist (device_id with =, term with &&)
);

-- One invoice for a day of a contract.
create table usage_invoice (
    invoice_id  uuid primary key,
    number      text      not null constraint invoice_number_once unique,
    contract_id uuid      not null references contract,
    period      daterange not null,
    constraint invoiced_once_per_day exclude using gist (contract_id with =, period with &&)
);

-- The last number of each year; counted in the transaction of the invoice, so that no number is missing.
create table invoice_series (
    year integer primary key,
    last integer not null
);

-- Every accepted read, from whatever source; nothing is overwritten.
create table meter_read (
    read_id     uuid        not null,
    counter     text        not null,
    device_id   uuid        not null,
    read_on     date        not null,
    pages       bigint      not null,
    source      text        not null,
    rank        smallint    not null,
    recorded_at timestamptz not null,
    replaces    uuid,
    primary key (read_id, counter)
);

comment on column meter_read.rank is 'Of the reads of a day, the highest counts for billing.';

create index meter_read_by_day on meter_read (device_id, counter, read_on);

create index meter_read_by_replaced on meter_read (replaces) where replaces is not null;
