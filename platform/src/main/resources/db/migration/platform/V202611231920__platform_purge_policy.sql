-- Forced row-level security binds the owner too. So that a tenant's rows can go when its time is over, and only then, the
-- owner may read and delete the rows of tenants that are being purged; it may neither add nor change any.

-- In PL/pgSQL, which looks its tables up when it runs: the registry of tenants is another module's.
create function app.purging() returns setof uuid
    language plpgsql stable set search_path = pg_catalog, public, pg_temp
as $$
begin
    return query select t.id from tenant t where t.status = 'purging';
end
$$;
comment on function app.purging() is 'the tenants whose rows may be deleted by the owner';

create function app.allow_purge(target regclass) returns void
    language plpgsql
as $$
begin
    execute format(
        'create policy purge on %s to tenantry_owner
             using (tenant_id in (select app.purging()))
             with check (false)',
        target
    );
end
$$;
revoke execute on function app.purging(), app.allow_purge(regclass) from public;

-- as before, and the policy above
create or replace function app.protect(target regclass) returns void
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
    perform app.allow_purge(target);
    execute format('grant select, insert, update, delete on %s to tenantry_app, tenantry_batch', target);
end
$$;

do $$
declare
    target regclass;
begin
    for target in
        select c.oid from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
          and c.relrowsecurity and c.relforcerowsecurity
          and not exists (select from app.shared_table s where s.name = c.relname)
    loop
        perform app.allow_purge(target);
    end loop;
end
$$;
