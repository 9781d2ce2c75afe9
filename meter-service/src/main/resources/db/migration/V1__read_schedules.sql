-- What a decision has to look up. Each row is written in the transaction of the event it follows from.

-- Followed from billing-service: how a contract has its devices read.
create table contract_term (
    contract_id uuid primary key,
    start_on    date not null,
    end_on      date not null,
    cycle       text
);

comment on column contract_term.cycle is 'Without one the devices are not read on a schedule.';

-- When a device's register has to be looked at again. A row that is lost is asked for anew.
create table read_timer (
    device_id     uuid primary key,
    next_step_at  timestamptz,
    claimed_until timestamptz
);

comment on column read_timer.next_step_at is 'Nothing is due where it is null.';

create index read_timer_by_step on read_timer (next_step_at) where next_step_at is not null;
