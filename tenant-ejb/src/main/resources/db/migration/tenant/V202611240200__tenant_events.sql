-- What happens in a tenant and is of interest to others: to pages that stay open and to programs that are called (ADR 29).
-- The activity log is told everything already; what of it has a published type becomes an event here.

create table event_type (
    code text primary key,
    live boolean not null
);
comment on table event_type is 'the actions that modules publish; every start enters those of its modules';
comment on column event_type.live is 'kept for open pages even if no webhook wants it';
select app.share('event_type', 'the same for all tenants');

create table tenant_event (
    tenant_id  uuid        not null references tenant,
    id         uuid        not null,
    number     bigint check (number > 0),
    type       text        not null,
    entity     text        not null,
    entity_id  uuid,
    data       jsonb       not null,
    previous   jsonb,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    -- what came after an event
    unique (tenant_id, number)
);
comment on column tenant_event.id is 'of its entry in the activity log';
comment on column tenant_event.number is 'counts the events of the tenant in the order of their commits; given at the commit';
comment on column tenant_event.previous is 'the members that were changed, as they were';
select app.protect('tenant_event');

create table tenant_event_count (
    tenant_id uuid   not null references tenant,
    last      bigint not null,
    primary key (tenant_id)
);
select app.protect('tenant_event_count');

create table webhook_endpoint (
    tenant_id         uuid        not null references tenant,
    id                uuid        not null,
    url               text        not null check (length(url) between 1 and 2000),
    description       text        not null check (length(description) <= 200),
    status            text        not null check (status in ('enabled', 'disabled', 'failed')),
    secret            bytea       not null,
    previous_secret   bytea,
    previous_until    timestamptz,
    failing_since     timestamptz,
    created_at        timestamptz not null,
    version           bigint      not null,
    primary key (tenant_id, id)
);
comment on column webhook_endpoint.status is 'failed: disabled by us because nothing could be delivered for long';
comment on column webhook_endpoint.secret is 'sealed with the platform''s key';
comment on column webhook_endpoint.previous_secret is 'signs, too, until previous_until';
comment on column webhook_endpoint.failing_since is 'since when no delivery has succeeded; null while they do';
select app.protect('webhook_endpoint');

create table webhook_subscription (
    tenant_id   uuid not null,
    endpoint_id uuid not null,
    type        text not null,
    primary key (tenant_id, endpoint_id, type),
    foreign key (tenant_id, endpoint_id) references webhook_endpoint (tenant_id, id) on delete cascade
);
comment on column webhook_subscription.type is 'of events, or * for all';
-- who wants an event
create index webhook_subscription_type on webhook_subscription (tenant_id, type);
select app.protect('webhook_subscription');

create table webhook_delivery (
    tenant_id   uuid        not null,
    id          uuid        not null,
    endpoint_id uuid        not null,
    event_id    uuid        not null,
    state       text        not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
    attempts    integer     not null default 0,
    due_at      timestamptz not null,
    created_at  timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, endpoint_id, event_id),
    foreign key (tenant_id, endpoint_id) references webhook_endpoint (tenant_id, id) on delete cascade,
    foreign key (tenant_id, event_id) references tenant_event (tenant_id, id) on delete cascade
);
comment on column webhook_delivery.due_at is 'when the next thing is to be done with it';
-- what is due, and which tenants have something due
create index webhook_delivery_due on webhook_delivery (due_at, tenant_id) where state = 'waiting';
-- the event's deliveries, when it goes
create index webhook_delivery_event on webhook_delivery (tenant_id, event_id);
select app.protect('webhook_delivery');

-- UUID version 7 (RFC 9562, section 5.7), which PostgreSQL has from version 18 on.
create function app.uuid_v7() returns uuid
    language sql volatile parallel safe
    return encode(
        set_bit(
            set_bit(
                overlay(
                    uuid_send(gen_random_uuid())
                    placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
                    from 1 for 6
                ),
                52, 1
            ),
            53, 1
        ),
        'hex'
    )::uuid;

-- The members of "before" that are not so afterwards; null if there was no before, or there is no after.
create function app.changed_members(before jsonb, after jsonb) returns jsonb
    language sql immutable parallel safe
    return (
        select jsonb_object_agg(b.key, b.value)
        from jsonb_each(before) as b
        where after is not null and after -> b.key is distinct from b.value
    );

-- Whoever writes the log, a request or a run over all tenants: what it reports goes out with the same commit, or not at all.
create function app.publish_activity() returns trigger
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
    insert into webhook_delivery (tenant_id, id, endpoint_id, event_id, due_at, created_at)
    select p.tenant_id, app.uuid_v7(), e.id, p.id, clock_timestamp(), clock_timestamp()
    from published p
    join webhook_endpoint e on e.tenant_id = p.tenant_id and e.status = 'enabled'
    where exists (
        select from webhook_subscription s
        where s.tenant_id = e.tenant_id and s.endpoint_id = e.id and s.type in ('*', p.type)
    );
    return null;
end
$$;

create trigger published after insert on tenant_activity_log referencing new table as written
    for each statement execute function app.publish_activity();

-- At the commit, so that numbers come in the order of the commits: who has read up to a number has missed none below it.
-- The count is locked from here to the end of the transaction, which takes no other lock any more.
create function app.number_event() returns trigger
    language plpgsql
as $$
declare
    given bigint;
begin
    insert into tenant_event_count as c (tenant_id, last) values (new.tenant_id, 1)
    on conflict (tenant_id) do update set last = c.last + 1
    returning last into given;
    update tenant_event set number = given where tenant_id = new.tenant_id and id = new.id;
    return null;
end
$$;

create constraint trigger numbered after insert on tenant_event deferrable initially deferred
    for each row execute function app.number_event();

create trigger announced after insert on tenant_event
    for each row execute function app.announce('tenant_id');
create trigger announced after insert on webhook_delivery
    for each row execute function app.announce('tenant_id');
