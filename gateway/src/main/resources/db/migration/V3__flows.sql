-- Tickets, supplies and billing in the view. As before no table refers to another: a ticket may be known before its
-- account, its device and its people, which are joined when somebody reads it.

create table view_ticket (
    reference          text primary key,
    account_id         uuid        not null,
    region             text        not null,
    kind               text        not null,
    subject            text        not null,
    description        text        not null,
    topic              text        not null,
    device_id          uuid,
    requester_id       uuid        not null,
    channel            text        not null,
    opened_at          timestamptz not null,
    state              text        not null,
    priority           integer,
    answer_due         timestamptz,
    specialist_id      uuid,
    engineer_id        uuid,
    -- who had the visit before it was planned anew: he is told that it is no longer his
    former_engineer_id uuid,
    visit_from         timestamptz,
    visit_until        timestamptz,
    en_route_at        timestamptz,
    arrived_at         timestamptz,
    resolution         text,
    resolved_at        timestamptz,
    closed_at          timestamptz,
    updated_at         timestamptz not null
) with (fillfactor = 70);
create index view_ticket_by_account on view_ticket (account_id, opened_at desc);
create index view_ticket_by_device on view_ticket (device_id);
create index view_ticket_by_region on view_ticket (region, opened_at desc);
create index view_ticket_by_engineer on view_ticket (engineer_id, visit_from);
create index view_ticket_by_requester on view_ticket (requester_id);

create table view_ticket_comment (
    comment_id uuid primary key,
    ticket     text        not null,
    sequence   bigint      not null,
    author_id  uuid        not null,
    by_staff   boolean     not null,
    internal   boolean     not null,
    text       text        not null,
    at         timestamptz not null
);
create index view_ticket_comment_by_ticket on view_ticket_comment (ticket, sequence);

create table view_auto_toner (
    device_id        uuid primary key,
    state            text,
    last_skip_reason text,
    last_skip_colour text,
    last_skip_at     timestamptz
);

-- An order is shown once it is known to be placed.
create table view_order (
    order_id          uuid primary key,
    order_number      text,
    kind              text,
    device_id         uuid,
    account_id        uuid,
    colour            text,
    attention         text,
    label_name        text,
    street            text,
    postal_code       text,
    city              text,
    country           text,
    label_serial      text,
    carrier           text,
    tracking_number   text,
    placed_at         timestamptz,
    shipped_at        timestamptz,
    delivered_at      timestamptz
) with (fillfactor = 70);
create index view_order_by_account on view_order (account_id, placed_at desc);
create index view_order_by_device on view_order (device_id);

-- Rates are the price of a page, included pages those of a month; what a contract does not count is null.
create table view_contract (
    contract_id          uuid primary key,
    number               text    not null,
    account_id           uuid    not null,
    devices              uuid[]  not null,
    start_on             date    not null,
    end_on               date    not null,
    maintenance          boolean not null,
    supplies             boolean not null,
    currency             text,
    rate_total           numeric,
    rate_black_white     numeric,
    rate_colour          numeric,
    included_total       bigint,
    included_black_white bigint,
    included_colour      bigint
);
create index view_contract_by_account on view_contract (account_id);
create index view_contract_by_device on view_contract using gin (devices);

create table view_invoice (
    invoice_id  uuid primary key,
    number      text    not null,
    contract_id uuid    not null,
    account_id  uuid    not null,
    from_day    date    not null,
    until_day   date    not null,
    issued_on   date    not null,
    due_on      date    not null,
    currency    text    not null,
    total       numeric not null
);
create index view_invoice_by_account on view_invoice (account_id, issued_on desc);
create index view_invoice_by_number on view_invoice (number);

create table view_invoice_line (
    invoice_id uuid    not null,
    position   integer not null,
    device_id  uuid    not null,
    counter    text    not null,
    from_day   date    not null,
    until_day  date    not null,
    previous   bigint  not null,
    current    bigint  not null,
    pages      bigint  not null,
    included   bigint  not null,
    currency   text    not null,
    rate       numeric not null,
    amount     numeric not null,
    primary key (invoice_id, position)
);

-- What reads add to the next invoice, one row for each counter.
create table view_usage (
    read_id     uuid    not null,
    position    integer not null,
    contract_id uuid    not null,
    account_id  uuid    not null,
    device_id   uuid    not null,
    read_on     date    not null,
    counter     text    not null,
    pages       bigint  not null,
    currency    text    not null,
    amount      numeric not null,
    primary key (read_id, contract_id, position)
);
create index view_usage_by_account on view_usage (account_id, read_on);

-- What is internal is for people of the vendor only.
alter table view_timeline add column ticket text;
alter table view_timeline add column order_id uuid;
alter table view_timeline add column internal boolean not null default false;
create index view_timeline_by_ticket on view_timeline (ticket, occurred_at desc, sequence desc) where ticket is not null;
create index view_timeline_by_order on view_timeline (order_id) where order_id is not null;

-- Who may hear of it, where account and device alone do not tell: written down when it happens, because the ticket goes on.
alter table live_event add column region text;
alter table live_event add column people uuid[] not null default '{}';
alter table live_event add column internal boolean not null default false;
alter table live_event add column incident boolean not null default false;
