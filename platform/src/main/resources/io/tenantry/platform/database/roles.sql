-- The three roles of a Tenantry database. Run once by a superuser (or a role with CREATEROLE), connected to any database
-- of the cluster; running it again changes the passwords only.
--
-- owner  owns the schema and runs the migrations; forced row-level security binds it too
-- app    what every request connects as: owns nothing, sees one tenant at a time
-- batch  set-based jobs over all tenants; never used by a request
do $$
declare
  role text;
begin
  foreach role in array array['tenantry_owner', 'tenantry_app', 'tenantry_batch'] loop
    if not exists (select from pg_roles where rolname = role) then
      execute format('create role %I', role);
    end if;
    execute format('alter role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls', role);
  end loop;
end
$$;

alter role tenantry_owner password ${owner_password};
alter role tenantry_app password ${app_password};
alter role tenantry_batch password ${batch_password};
