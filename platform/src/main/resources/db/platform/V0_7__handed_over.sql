-- To whom a ticket's device is handed over, followed from ticket. Events may come late and in any order: the device belongs
-- to the engineer as long as the event that sent him is newer than the one that ended the work.
create table access_ticket (
    reference         text primary key,
    device_id         uuid,
    engineer          uuid,
    engineer_sequence bigint not null default -1,
    done_sequence     bigint not null default -1
);

create index access_ticket_by_device on access_ticket (device_id, engineer) where engineer is not null;

grant select, insert, update, delete on access_ticket to "${app_role}";
