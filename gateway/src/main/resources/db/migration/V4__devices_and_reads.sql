-- Devices and reads, complete: state, monitoring, coverage, notes, groups and requests of devices; schedules, resets,
-- corrections and investigations of reads. As before no table refers to another.

alter table view_device add column state text not null default 'WORKING';
alter table view_device add column state_since timestamptz;
alter table view_device add column eligible boolean not null default false;
-- Until it is heard again after this moment, somebody has to connect it anew.
alter table view_device add column moved_at timestamptz;
alter table view_device add column coverage_contract text;
alter table view_device add column coverage_until date;
alter table view_device add column coverage_maintenance boolean not null default false;
alter table view_device add column coverage_supplies boolean not null default false;
alter table view_device add column replaced_by uuid;
alter table view_device add column replaces uuid;
alter table view_device add column replaced_on date;
-- The scheduled read, from the day it opens until one is accepted, missed or called off.
alter table view_device add column due_on date;
alter table view_device add column opens_on date;
alter table view_device add column closes_on date;
alter table view_device add column next_due_on date;
create index view_device_by_due on view_device (due_on) where due_on is not null;
create index view_device_by_site on view_device (account_id, site);

-- A note belongs to the device and its account: who holds the machine next does not read what was written before.
create table view_note (
    device_id  uuid        not null,
    note       integer     not null,
    account_id uuid,
    text       text        not null,
    actor      text        not null,
    at         timestamptz not null,
    primary key (device_id, note)
);

create table view_device_state (
    device_id uuid        not null,
    since     timestamptz not null,
    sequence  bigint      not null,
    state     text        not null,
    ticket    text,
    primary key (device_id, since)
);

create table view_device_group (
    group_id   uuid primary key,
    account_id uuid   not null,
    name       text   not null,
    devices    uuid[] not null
);
create index view_device_group_by_account on view_device_group (account_id);
create index view_device_group_by_device on view_device_group using gin (devices);

create table view_device_request (
    request_id    uuid primary key,
    number        text        not null,
    account_id    uuid        not null,
    device_id     uuid        not null,
    serial_number text        not null,
    requester_id  uuid        not null,
    comment       text        not null,
    requested_at  timestamptz not null,
    state         text        not null,
    decided_by    text,
    decided_at    timestamptz,
    reason        text
);
create index view_device_request_by_account on view_device_request (account_id, requested_at desc);

-- What is billed goes on where a counter was replaced or set back.
alter table view_read add column billed_total bigint;
alter table view_read add column billed_black_white bigint;
alter table view_read add column billed_colour bigint;
alter table view_read add column reason text;
alter table view_read add column correction text;
alter table view_read add column corrects uuid;
alter table view_read add column corrected_by text;
update view_read set billed_total = total, billed_black_white = black_white, billed_colour = colour;

create table view_counter_reset (
    event_id        text primary key,
    device_id       uuid        not null,
    reset_on        date        not null,
    sequence        bigint      not null,
    old_total       bigint,
    old_black_white bigint,
    old_colour      bigint,
    new_total       bigint,
    new_black_white bigint,
    new_colour      bigint,
    reason          text        not null,
    actor           text        not null,
    at              timestamptz not null
);
create index view_counter_reset_by_device on view_counter_reset (device_id, reset_on desc, sequence desc);

-- A decision may be known before the request: it is shown once that is.
create table view_correction (
    correction_id  uuid primary key,
    number         text not null,
    device_id      uuid not null,
    account_id     uuid,
    invoice_id     uuid,
    invoice_number text,
    read_id        uuid,
    read_on        date,
    total          bigint,
    black_white    bigint,
    colour         bigint,
    comment        text,
    requested_by   text,
    requested_at   timestamptz,
    state          text not null default 'OPEN',
    decided_by     text,
    decided_at     timestamptz,
    reason         text,
    new_read_id    uuid
);
create index view_correction_by_number on view_correction (number);
create index view_correction_by_device on view_correction (device_id);

create table view_investigation (
    investigation_id uuid primary key,
    number           text not null,
    device_id        uuid not null,
    account_id       uuid,
    cause            text,
    total            bigint,
    black_white      bigint,
    colour           bigint,
    read_on          date,
    comment          text,
    opened_by        text,
    opened_at        timestamptz,
    state            text not null default 'OPEN',
    closed_by        text,
    closed_at        timestamptz,
    explanation      text,
    read_id          uuid
);
create index view_investigation_by_device on view_investigation (device_id);

alter table view_contract add column meter_cycle text;
alter table view_contract add column ended_on date;
alter table view_contract add column end_reason text;
alter table view_invoice_line add column estimated boolean not null default false;
create index view_invoice_line_by_device on view_invoice_line (device_id);
