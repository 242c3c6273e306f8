-- Numbers for many events at once (ADR 29).

-- what a transaction has yet to number, of however many tenants; empty otherwise
create index tenant_event_unnumbered on tenant_event (tenant_id) where number is null;

-- As before, but the first call of a transaction numbers all of its events, and the others find nothing to do: nobody else's
-- can be seen without a number. Tenants come in the order of their ids, so that two runs over many do not wait for each other.
create or replace function app.number_event() returns trigger
    language plpgsql
as $$
declare
    present bigint;
    part record;
    until bigint;
begin
    -- by the key alone: whether there is a number is no reason to look elsewhere
    select number into present from tenant_event where tenant_id = new.tenant_id and id = new.id;
    if present is not null then
        return null;
    end if;
    for part in
        select tenant_id, count(*) as events from tenant_event where number is null group by tenant_id order by tenant_id
    loop
        insert into tenant_event_count as c (tenant_id, last) values (part.tenant_id, part.events)
        on conflict (tenant_id) do update set last = c.last + excluded.last
        returning last into until;
        -- cmin: in the order of the statements that wrote them
        update tenant_event e set number = until - part.events + n.position
        from (
            select u.id, row_number() over (order by u.cmin::text::bigint, u.id) as position
            from tenant_event u
            where u.tenant_id = part.tenant_id and u.number is null
        ) as n
        where e.tenant_id = part.tenant_id and e.id = n.id;
    end loop;
    return null;
end
$$;
