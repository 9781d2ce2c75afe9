-- What was said of the device itself goes before what its model is capable of.
alter table toner_device
    add column eligible          boolean,
    add column eligible_sequence bigint;

comment on column toner_device.eligible is 'Nothing where nobody has said so yet: then its model decides.';
