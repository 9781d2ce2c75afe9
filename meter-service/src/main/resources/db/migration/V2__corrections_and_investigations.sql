-- Numbers are never given twice; what is drawn for a case that is then refused is lost.
create sequence correction_number as bigint start 1 maxvalue 9999999 no cycle;
create sequence investigation_number as bigint start 1 maxvalue 9999999 no cycle;

-- Followed from billing-service: what was invoiced of each counter.
create table billed_line (
    invoice_id     uuid    not null,
    device_id      uuid    not null,
    counter        text    not null,
    invoice_number text    not null,
    from_on        date    not null,
    until_on       date    not null,
    current_pages  bigint  not null,
    estimated      boolean not null,
    period_until   date    not null,
    issued_on      date    not null,
    primary key (invoice_id, device_id, counter)
);

create index billed_line_by_device on billed_line (device_id, counter, until_on);

create table meter_correction (
    number        text primary key,
    correction_id uuid    not null,
    device_id     uuid    not null,
    invoice_id    uuid    not null,
    state         text    not null
);

comment on column meter_correction.state is 'OPEN, APPROVED or REJECTED.';

create unique index one_open_correction_per_device on meter_correction (device_id) where state = 'OPEN';

create table meter_investigation (
    number           text primary key,
    investigation_id uuid    not null,
    device_id        uuid    not null,
    cause            text    not null,
    is_open          boolean not null
);

create unique index one_open_investigation_per_cause on meter_investigation (device_id, cause) where is_open;
