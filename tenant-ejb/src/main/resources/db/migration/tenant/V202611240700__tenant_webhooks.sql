-- What the delivery of webhooks needs to know of a delivery, and what it tells of each attempt (ADR 33).

alter table webhook_delivery
    add column type text not null default '',
    add column error text,
    add column retries_from integer not null default 0,
    add column taken_until timestamptz,
    add column metered boolean not null default false,
    add column ended_at timestamptz,
    -- the list's rows are entities, which have one
    add column version bigint not null default 0;
alter table webhook_delivery alter column type drop default;
comment on column webhook_delivery.type is 'of the event';
comment on column webhook_delivery.error is 'why the last attempt failed, or there is none';
comment on column webhook_delivery.retries_from is 'how many attempts had been made when somebody asked for it once more';
comment on column webhook_delivery.taken_until is 'a node makes an attempt, until then at the latest';
comment on column webhook_delivery.metered is 'whether it has been counted as usage';
-- the log of an endpoint
create index webhook_delivery_log on webhook_delivery (tenant_id, endpoint_id, created_at, id);
-- what of a tenant is due, and which tenants have something due
drop index webhook_delivery_due;
create index webhook_delivery_due on webhook_delivery (tenant_id, due_at, id) where state = 'waiting';

create table webhook_attempt (
    tenant_id        uuid        not null,
    delivery_id      uuid        not null,
    number           integer     not null check (number > 0),
    made_at          timestamptz not null,
    millis           integer     not null check (millis >= 0),
    request_headers  jsonb       not null,
    status           integer,
    response_headers jsonb       not null,
    response_body    text        not null,
    error            text,
    primary key (tenant_id, delivery_id, number),
    foreign key (tenant_id, delivery_id) references webhook_delivery (tenant_id, id) on delete cascade
);
comment on column webhook_attempt.number is 'counts the attempts of the delivery; missing where a node died in the middle';
comment on column webhook_attempt.status is 'null if there was no answer';
comment on column webhook_attempt.response_body is 'its beginning';
select app.protect('webhook_attempt');

-- As before, with the type in the delivery.
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
    )
    insert into webhook_delivery (tenant_id, id, endpoint_id, event_id, type, due_at, created_at)
    select p.tenant_id, app.uuid_v7(), e.id, p.id, p.type, clock_timestamp(), clock_timestamp()
    from published p
    join webhook_endpoint e on e.tenant_id = p.tenant_id and e.status = 'enabled'
    where exists (
        select from webhook_subscription s
        where s.tenant_id = e.tenant_id and s.endpoint_id = e.id and s.type in ('*', p.type)
    );
    return null;
end
$$;

-- The worker's question: for which tenants is there something to do? Asked with the rights of the owner, to whom this
-- policy alone opens the table. From tenant to tenant along the index, however much is due in each.
create policy due on webhook_delivery for select to tenantry_owner using (true);
create function app.tenants_with_due_webhooks(at timestamptz, beyond uuid, most integer)
    returns table (tenant_id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    with recursive due (id) as (
        (select d.tenant_id from webhook_delivery d
         where d.state = 'waiting' and d.due_at <= at and d.tenant_id > beyond
         order by d.tenant_id limit 1)
        union all
        select (select d.tenant_id from webhook_delivery d
                where d.state = 'waiting' and d.due_at <= at and d.tenant_id > due.id
                order by d.tenant_id limit 1)
        from due where due.id is not null
    )
    select due.id from due join tenant t on t.id = due.id where t.status in ('trial', 'active', 'pastDue') limit most
$$;
comment on function app.tenants_with_due_webhooks(timestamptz, uuid, integer) is
    'reviewed: tells the sender of webhooks which tenants to work for; returns ids and nothing else';
revoke execute on function app.tenants_with_due_webhooks(timestamptz, uuid, integer) from public;
grant execute on function app.tenants_with_due_webhooks(timestamptz, uuid, integer) to tenantry_app;
