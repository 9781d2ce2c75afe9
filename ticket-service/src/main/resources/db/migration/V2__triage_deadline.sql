-- When a ticket is asked whether somebody has given it a priority. A row goes once the ticket has answered.
create table triage_deadline (
    reference  text primary key,
    account_id uuid        not null,
    due_at     timestamptz not null
);

create index triage_deadline_by_time on triage_deadline (due_at);

-- Tickets of before are asked at once, and say themselves whether and until when they wait.
insert into triage_deadline (reference, account_id, due_at) select reference, account_id, '-infinity' from ticket;
