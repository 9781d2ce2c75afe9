-- Files of reads, whose rows are worked off behind the upload. A row is decided in the transaction of its read.
create table meter_upload (
    upload_id      uuid primary key,
    user_id        uuid        not null,
    file_name      text,
    file_hash      text        not null,
    correlation_id text        not null,
    rows           int         not null,
    untouched      int         not null,
    started_at     timestamptz not null,
    finished_at    timestamptz
);

comment on column meter_upload.rows is 'Without those that were left blank.';

create index meter_upload_by_user on meter_upload (user_id, started_at desc);
create unique index meter_upload_at_work on meter_upload (user_id, file_hash) where finished_at is null;
create index meter_upload_unfinished on meter_upload (started_at) where finished_at is null;

create table meter_upload_row (
    upload_id     uuid    not null references meter_upload on delete cascade,
    row_number    int     not null,
    device_id     uuid    not null,
    account_id    uuid,
    read_id       uuid    not null,
    serial_number text    not null,
    read_on       date,
    counters      jsonb   not null,
    entered       jsonb   not null,
    state         text    not null,
    confirmed     boolean not null,
    captured_on   date,
    already       boolean not null default false,
    faults        jsonb   not null default '[]',
    warning_token text,
    primary key (upload_id, row_number)
);

comment on column meter_upload_row.counters is 'By name; null where the cell holds no whole number.';
comment on column meter_upload_row.entered is 'The cells as they were filled in, by column.';
comment on column meter_upload_row.faults is 'Column, code and figures of each.';

create index meter_upload_row_pending on meter_upload_row (upload_id, device_id, row_number) where state = 'PENDING';

grant select, insert, update, delete on meter_upload, meter_upload_row to "${app_role}";
