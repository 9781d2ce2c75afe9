-- How far each agent has come with each device. A report that says what the last one said moves this row alone, so the
-- event store grows with what happens and not with the clock. Lost, it is made again by the next report.
create table agent_report (
    device_id       uuid        not null,
    agent_id        uuid        not null,
    sequence        bigint      not null,
    observed_at     timestamptz not null,
    -- what the report said, as a digest; another one is news
    content         text        not null,
    told_at         timestamptz not null,
    counters_at     timestamptz,
    -- the device's last event then; where it has another one, the device itself is asked
    device_sequence bigint      not null,
    primary key (device_id, agent_id)
) with (fillfactor = 70);
