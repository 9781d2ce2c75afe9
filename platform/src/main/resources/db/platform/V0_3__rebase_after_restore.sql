-- Transaction ids belong to one PostgreSQL cluster. After pg_dump and pg_restore into another, old rows may carry ids
-- that this cluster has not reached: they would be invisible to readers. With every instance of the service stopped,
-- the owner runs once:  select rebase_events();
-- Events keep their order, tokens keep their place.

create function rebase_token(token jsonb) returns jsonb language plpgsql stable as $$
declare
    result jsonb := '{}';
    entry  record;
    behind bigint;
begin
    if jsonb_typeof(token) <> 'object' then
        return token;
    end if;
    if token ? 'transactionId' and token ? 'position' then
        select coalesce(max(r.new_position), 0) into behind
        from rebased_event r
        where (r.old_transaction_id, r.old_position)
              <= ((token ->> 'transactionId')::xid8, (token ->> 'position')::bigint);
        return token || jsonb_build_object('transactionId', 3, 'position', behind);
    end if;
    for entry in select key, value from jsonb_each(token) loop
        result := result || jsonb_build_object(entry.key, rebase_token(entry.value));
    end loop;
    return result;
end $$;

create function rebase_events() returns bigint language plpgsql as $$
declare
    events bigint;
begin
    lock table domain_event, token_entry, dead_letter_entry in access exclusive mode;

    create temporary table rebased_event on commit drop as
    select transaction_id as old_transaction_id, position as old_position,
           row_number() over (order by transaction_id, position) as new_position
    from domain_event;
    create index on rebased_event (old_transaction_id, old_position);
    analyze rebased_event;

    update token_entry
    set token = convert_to(rebase_token(convert_from(token, 'UTF8')::jsonb)::text, 'UTF8')
    where token is not null;
    update dead_letter_entry
    set token = convert_to(rebase_token(convert_from(token, 'UTF8')::jsonb)::text, 'UTF8')
    where token is not null;

    -- 3 is the lowest transaction id there is; below every id that this cluster will give from now on
    alter table domain_event disable trigger domain_event_append_only;
    alter table domain_event drop constraint domain_event_order;
    update domain_event e
    set transaction_id = '3', position = r.new_position
    from rebased_event r
    where e.transaction_id = r.old_transaction_id and e.position = r.old_position;
    alter table domain_event add constraint domain_event_order primary key (transaction_id, position);
    alter table domain_event enable trigger domain_event_append_only;

    select count(*) into events from rebased_event;
    perform setval(pg_get_serial_sequence('domain_event', 'position'), events + 1, false);
    return events;
end $$;

revoke execute on function rebase_events() from public;
