-- A seal is armed by at most one transit that is running, and an alert names a transit of its own seal.

create policy migration on precinto to tenantry_owner using (true) with check (true);
create policy migration on transito to tenantry_owner using (true) with check (true);
create policy migration on alerta to tenantry_owner using (true) with check (true);

-- Of several that run under one seal the one that was started last goes on.
update transito t
set status = 'cancelled', ended_at = now(), version = version + 1
where t.status = 'inProgress'
  and exists (
      select from transito o
      where o.tenant_id = t.tenant_id and o.precinto_id = t.precinto_id and o.status = 'inProgress'
        and (o.started_at, o.id) > (t.started_at, t.id)
  );

update precinto p
set status = case when p.status = 'armed' then 'available' else 'armed' end, version = version + 1
where p.status in ('available', 'armed', 'retired')
  and (p.status = 'armed') <> exists (
      select from transito t
      where t.tenant_id = p.tenant_id and t.precinto_id = p.id and t.status = 'inProgress'
  );

update alerta a
set transito_id = null, version = version + 1
where exists (
    select from transito t
    where t.tenant_id = a.tenant_id and t.id = a.transito_id and t.precinto_id <> a.precinto_id
);

drop policy migration on precinto;
drop policy migration on transito;
drop policy migration on alerta;

create unique index transito_running on transito (tenant_id, precinto_id) where status = 'inProgress';
-- which transit was running under a seal at some time
create index transito_ran on transito (tenant_id, precinto_id, started_at) where started_at is not null;

alter table transito
    add column expected_at timestamptz,
    add column delay_told  timestamptz,
    add unique (tenant_id, id, precinto_id);
comment on column transito.delay_told is 'the expected_at for which an alert was raised: only once, unless it is changed';

alter table alerta
    add column acknowledged_by text,
    add column acknowledged_at timestamptz,
    add column resolved_by     text,
    add column resolved_at     timestamptz,
    add column note            text check (length(note) <= 1000),
    drop constraint alerta_tenant_id_transito_id_fkey,
    add foreign key (tenant_id, transito_id, precinto_id) references transito (tenant_id, id, precinto_id);
comment on column alerta.acknowledged_by is 'as the activity log names callers';
