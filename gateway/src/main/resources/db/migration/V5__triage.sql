-- For people of the vendor: since when nobody had given the ticket a priority in time.
alter table view_ticket add column triage_overdue_since timestamptz;
