-- How each device agent is, as it said last; one that was never heard has no row.
create table view_agent_health (
    agent_id         uuid primary key,
    version          text        not null,
    state            text        not null,
    started_at       timestamptz not null,
    buffered_reports integer     not null,
    dropped_reports  bigint      not null,
    printers_found   integer     not null,
    printers_silent  integer     not null,
    heard_at         timestamptz not null
) with (fillfactor = 70);
create index view_agent_by_account on view_agent (account_id);

-- What each machine complains of, in its own words.
create table view_alert (
    device_id   uuid primary key,
    alerts      text[]      not null,
    observed_at timestamptz not null
) with (fillfactor = 70);
