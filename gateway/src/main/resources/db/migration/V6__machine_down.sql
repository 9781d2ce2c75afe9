-- Whether the machine of an incident cannot be used, as who opened it said.
alter table view_ticket add column machine_down boolean not null default false;
