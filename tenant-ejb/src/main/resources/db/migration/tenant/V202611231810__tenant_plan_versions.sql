-- Versions of plans that the application adds and nobody edits.

alter table tenant_plan add column revision bigint not null default 1;
comment on column tenant_plan.revision is 'counts how often it was put on offer or taken off';

alter table tenant_plan_limit
    add column overage text check (jsonb_typeof(overage::jsonb) = 'object');
comment on column tenant_plan_limit.overage is 'the charge for what goes beyond included, as JSON; null: none';

-- A version is written whole, not yet on offer, and from then on only that changes. What is everybody's is written by
-- the platform, which works for no tenant; what is reserved for a tenant, when working for it.
grant insert on tenant_plan, tenant_plan_feature, tenant_plan_limit to tenantry_app;
grant update (public, revision) on tenant_plan to tenantry_app;

drop policy public_or_own on tenant_plan;
create policy public_or_own on tenant_plan for select to tenantry_app
    using (reserved_for is null or reserved_for = (select app.tenant()));
create policy added on tenant_plan for insert to tenantry_app
    with check (not public and reserved_for is not distinct from (select app.tenant()));
create policy offered on tenant_plan for update to tenantry_app
    using (reserved_for is not distinct from (select app.tenant()));

alter table tenant_plan_feature enable row level security;
create policy visible on tenant_plan_feature for select to tenantry_app
    using (exists (select from tenant_plan p where p.id = plan_id));
create policy added on tenant_plan_feature for insert to tenantry_app
    with check (exists (select from tenant_plan p where p.id = plan_id and p.xmin = pg_current_xact_id()::xid));
create policy batch on tenant_plan_feature to tenantry_batch using (true) with check (true);

alter table tenant_plan_limit enable row level security;
create policy visible on tenant_plan_limit for select to tenantry_app
    using (exists (select from tenant_plan p where p.id = plan_id));
create policy added on tenant_plan_limit for insert to tenantry_app
    with check (exists (select from tenant_plan p where p.id = plan_id and p.xmin = pg_current_xact_id()::xid));
create policy batch on tenant_plan_limit to tenantry_batch using (true) with check (true);

-- the administrator's list of tenants works for none of them, and still says which plan each has
create function app.plan_code(plan uuid) returns text
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select code from tenant_plan where id = plan
$$;
comment on function app.plan_code(uuid) is
    'reviewed: names the plan of a tenant for the list of tenants; returns nothing of a plan but its code';
revoke execute on function app.plan_code(uuid) from public;
grant execute on function app.plan_code(uuid) to tenantry_app;
