-- Where automatic toner goes, and for which account that was told: another one's address is not shown.
alter table view_auto_toner
    add column label_account  uuid,
    add column attention      text,
    add column label_name     text,
    add column street         text,
    add column postal_code    text,
    add column city           text,
    add column country        text,
    add column enrolled_since timestamptz;
