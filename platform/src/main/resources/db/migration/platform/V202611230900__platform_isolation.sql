-- What row-level security rests on. Every table is either protected or shared; the server refuses to start otherwise.

create schema app;
grant usage on schema app, public to tenantry_app, tenantry_batch;

-- The tenant of the current transaction; null, and so no row, where none is set. A setting made for one transaction
-- leaves an empty string behind on its connection, hence nullif.
create function app.tenant() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.tenant_id', true), '')::uuid;

create table app.shared_table (
    name   text primary key,
    reason text not null
);
comment on table app.shared_table is 'the reviewed list of tables that belong to no tenant';
grant select on app.shared_table to tenantry_app, tenantry_batch;

-- Makes a table a tenant's own. It has a column tenant_id uuid not null that leads its keys.
create function app.protect(target regclass) returns void
    language plpgsql
as $$
begin
    execute format('alter table %s alter column tenant_id set default app.tenant()', target);
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    -- the sub-select lets the planner ask for the tenant once, not for each row
    execute format(
        'create policy tenant_isolation on %s to tenantry_app
             using (tenant_id = (select app.tenant()))
             with check (tenant_id = (select app.tenant()))',
        target
    );
    execute format('create policy batch on %s to tenantry_batch using (true) with check (true)', target);
    execute format('grant select, insert, update, delete on %s to tenantry_app, tenantry_batch', target);
end
$$;

-- Enters a table that belongs to no tenant in the reviewed list, with the reason.
create function app.share(target regclass, reason text) returns void
    language plpgsql
as $$
begin
    insert into app.shared_table (name, reason) values (target::text, reason);
    execute format('grant select, insert, update, delete on %s to tenantry_app, tenantry_batch', target);
end
$$;
revoke execute on function app.protect(regclass), app.share(regclass, text) from public;
