-- What a command was answered, so that a repeat with the same key gets the same answer.
create table command_answer (
    caller          text        not null,
    idempotency_key text        not null,
    fingerprint     text        not null,
    status          integer     not null,
    headers         text        not null,
    body            text,
    answered_at     timestamptz not null default now(),
    primary key (caller, idempotency_key)
);

create index command_answer_by_age on command_answer (answered_at);

grant select, insert, update, delete on command_answer to "${app_role}";
