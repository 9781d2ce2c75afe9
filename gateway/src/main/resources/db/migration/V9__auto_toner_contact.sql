-- Whom to ask about automatic toner, where somebody was named.
alter table view_auto_toner
    add column contact_first_name text,
    add column contact_last_name  text,
    add column contact_phone      text,
    add column contact_email      text;
