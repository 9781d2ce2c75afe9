-- What a decision has to look up. Each row is written in the transaction of the event it follows from.

-- A number is never given twice: what is drawn for a ticket that is then refused is lost (TIC-02).
create sequence ticket_reference as bigint start 1 maxvalue 9999999999 no cycle;

-- One row per ticket says whose it is and to whom it is handed over.
create table ticket (
    reference  text primary key,
    account_id uuid not null,
    region     text not null,
    device_id  uuid,
    requester  uuid not null,
    specialist uuid,
    engineer   uuid
);

-- Followed from identity-service.
create table customer_user (
    user_id    uuid not null,
    account_id uuid not null,
    primary key (user_id, account_id)
);

create table staff_person (
    user_id  uuid primary key,
    role     text   not null,
    regions  text[] not null,
    sequence bigint not null
);

comment on column staff_person.regions is 'Service regions; none means all.';
comment on column staff_person.sequence is 'Of the event that wrote the row: an older one that comes late changes nothing.';

create table deactivated_user (
    user_id uuid primary key
);
