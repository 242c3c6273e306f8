-- Transits that are late, and which tenants have some.

create index transito_late on transito (tenant_id, expected_at)
    where status = 'inProgress' and expected_at is not null and delay_told is distinct from expected_at;

create policy late on transito for select to tenantry_owner using (status = 'inProgress' and expected_at is not null);
create function app.tenants_with_late_transitos(at timestamptz, after uuid, most integer)
    returns table (tenant_id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select t.id
    from tenant t
    where t.id > after and t.status in ('trial', 'active', 'pastDue')
      and exists (
          select from transito l
          where l.tenant_id = t.id and l.status = 'inProgress' and l.expected_at is not null
            and l.delay_told is distinct from l.expected_at and l.expected_at <= at
      )
    order by t.id
    limit most
$$;
comment on function app.tenants_with_late_transitos(timestamptz, uuid, integer) is
    'reviewed: tells the timer of delays which tenants to work for, in the order of their ids; returns ids and nothing else';
revoke execute on function app.tenants_with_late_transitos(timestamptz, uuid, integer) from public;
grant execute on function app.tenants_with_late_transitos(timestamptz, uuid, integer) to tenantry_app;
