-- What is in transit is named when somebody orders more of it.
alter table supply_order add column order_number text;

update supply_order set order_number = (
    select payload ->> 'orderNumber' from domain_event where aggregate_id = order_id::text and type = 'OrderPlaced');

alter table supply_order alter column order_number set not null;

alter table toner_device add column colours text[];

comment on column toner_device.colours is 'Of its toners; nothing where the device was registered before this was noted.';
