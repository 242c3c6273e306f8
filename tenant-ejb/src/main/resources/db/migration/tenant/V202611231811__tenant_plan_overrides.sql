-- What a single tenant has otherwise than by its plan.

create table tenant_plan_override (
    tenant_id  uuid        not null references tenant,
    id         uuid        not null,
    kind       text        not null check (kind in ('feature', 'limit')),
    subject    text        not null,
    enabled    boolean,
    included   bigint check (included >= 0),
    hard_limit bigint check (hard_limit >= included),
    reason     text        not null check (length(reason) between 1 and 500),
    created_by text        not null,
    expires_at timestamptz,
    created_at timestamptz not null,
    version    bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, kind, subject),
    check ((kind = 'feature') = (enabled is not null) and (kind = 'limit') = (included is not null))
);
comment on column tenant_plan_override.subject is 'code of the feature, or name of the resource';
comment on column tenant_plan_override.hard_limit is 'null: none';
select app.protect('tenant_plan_override');

-- Where a resource ends for the current tenant; null: nowhere. Volatile, because each call must see what has been
-- committed by then: whoever has waited for a count goes by the plan as it is after the wait.
create function app.hard_limit(limited text, at timestamptz) returns bigint
    language sql volatile
as $$
    select case when o.id is null then l.hard_limit else o.hard_limit end
    from public.tenant t
    left join public.tenant_plan_limit l on l.plan_id = t.plan_id and l.resource = limited
    left join public.tenant_plan_override o
        on o.tenant_id = t.id and o.kind = 'limit' and o.subject = limited
        and (o.expires_at is null or o.expires_at > at)
    where t.id = app.tenant()
$$;
