-- What seals report of themselves, each report once.

alter table precinto
    add column latitude  double precision check (latitude between -90 and 90),
    add column longitude double precision check (longitude between -180 and 180),
    add check ((latitude is null) = (longitude is null));

create table precinto_event (
    tenant_id   uuid        not null,
    precinto_id uuid        not null,
    id          text        not null check (length(id) between 1 and 100),
    at          timestamptz not null,
    primary key (tenant_id, precinto_id, id),
    foreign key (tenant_id, precinto_id) references precinto (tenant_id, id) on delete cascade
);
comment on table precinto_event is 'reports that were taken: kept for as long as one of that time is still taken';
-- what may go
create index precinto_event_at on precinto_event (at, tenant_id);
select app.protect('precinto_event');

-- The question of the job that removes them. Asked with the rights of the owner, to whom this policy alone opens the table.
create policy old on precinto_event for select to tenantry_owner using (true);
create function app.tenants_with_old_precinto_events(before timestamptz, most integer)
    returns table (tenant_id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select distinct e.tenant_id from precinto_event e where e.at < before limit most
$$;
comment on function app.tenants_with_old_precinto_events(timestamptz, integer) is
    'reviewed: tells the removal of old reports which tenants to work for; returns ids and nothing else';
revoke execute on function app.tenants_with_old_precinto_events(timestamptz, integer) from public;
grant execute on function app.tenants_with_old_precinto_events(timestamptz, integer) to tenantry_app;
