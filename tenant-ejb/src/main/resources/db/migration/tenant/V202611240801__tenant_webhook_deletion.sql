-- As before, but the endpoints are locked before they are written to: one that was being deleted is then none any more, instead
-- of failing whoever had something to tell it. Not "skip locked": a change locks an endpoint, too, and must lose no event.
create or replace function app.publish_activity() returns trigger
    language plpgsql
as $$
begin
    with published as (
        insert into tenant_event (tenant_id, id, type, entity, entity_id, data, previous, created_at)
        select w.tenant_id, w.id, w.action, w.entity, w.entity_id,
               jsonb_build_object('id', w.entity_id) || coalesce(w.after, w.before, '{}')::jsonb,
               app.changed_members(w.before::jsonb, w.after::jsonb),
               w.created_at
        from written w
        join event_type t on t.code = w.action
        where t.live
           or exists (
               select from webhook_subscription s
               where s.tenant_id = w.tenant_id and s.type in ('*', w.action)
           )
        returning tenant_id, id, type
    ),
    receiving as materialized (
        select e.tenant_id, e.id
        from webhook_endpoint e
        where e.tenant_id in (select p.tenant_id from published p) and e.status = 'enabled'
          and exists (
              select from webhook_subscription s
              join published p on p.tenant_id = s.tenant_id
              where s.tenant_id = e.tenant_id and s.endpoint_id = e.id and s.type in ('*', p.type)
          )
        order by e.tenant_id, e.id
        for key share of e
    )
    insert into webhook_delivery (tenant_id, id, endpoint_id, event_id, type, due_at, created_at)
    select p.tenant_id, app.uuid_v7(), e.id, p.id, p.type, clock_timestamp(), clock_timestamp()
    from published p
    join receiving e on e.tenant_id = p.tenant_id
    where exists (
        select from webhook_subscription s
        where s.tenant_id = e.tenant_id and s.endpoint_id = e.id and s.type in ('*', p.type)
    );
    return null;
end
$$;
