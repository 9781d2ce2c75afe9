-- A contract may end early, and a machine may take over from one.

alter table contract add column end_on date;
update contract c set end_on = (select max(upper(d.term)) - 1 from contract_device d where d.contract_id = c.contract_id);
alter table contract alter column end_on set not null;
alter table contract add column ended boolean not null default false;
comment on column contract.ended is 'Whether its end has been told.';
create index contract_to_be_ended on contract (end_on) where not ended;

-- A machine may leave a contract and come back, so that it may have several terms.
alter table contract_device drop constraint contract_device_pkey;
create index contract_device_by_contract on contract_device (contract_id);
alter table contract_device add column took_over boolean not null default false;
comment on column contract_device.took_over is 'It came in the place of another; what it counted before is not of this contract.';

-- What somebody tells by phone is worth as much as what he types himself.
update meter_read set rank = 2 where source = 'PHONE';

-- By how much what is billed runs ahead of what a counter shows since it was replaced or set back.
create table meter_reset (
    event_id   text    not null,
    device_id  uuid    not null,
    counter    text    not null,
    reset_on   date    not null,
    difference bigint  not null,
    primary key (event_id, counter)
);
create index meter_reset_by_device on meter_reset (device_id, counter, reset_on);
