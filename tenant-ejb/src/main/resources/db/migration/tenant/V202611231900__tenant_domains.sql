-- Domains that tenants say are theirs, and the hosts by which proven ones are reached.

create table tenant_domain (
    tenant_id     uuid        not null references tenant,
    id            uuid        not null,
    domain        text        not null,
    challenge     text        not null,
    status        text        not null check (status in ('pending', 'verified', 'failing', 'lapsed')),
    failed_checks integer     not null check (failed_checks >= 0),
    failing_since timestamptz,
    checked_at    timestamptz,
    verified_at   timestamptz,
    created_at    timestamptz not null,
    version       bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, domain),
    check ((failed_checks = 0) = (failing_since is null))
);
comment on column tenant_domain.domain is 'lower case, in ASCII (punycode)';
comment on column tenant_domain.challenge is 'random; what the TXT record of the domain must hold';
comment on column tenant_domain.failing_since is 'the first check in a row that did not find the record';
-- GET /api/tenant/domains, newest first
create index tenant_domain_created on tenant_domain (tenant_id, created_at, id);
select app.protect('tenant_domain');

-- How often a tenant has lately had the DNS asked.
create table tenant_domain_throttle (
    tenant_id     uuid        not null primary key references tenant,
    attempts      integer     not null,
    window_starts timestamptz not null
);
select app.protect('tenant_domain_throttle');

-- The key makes sure that a host is one tenant's; who proves it first has it.
create table domain_host (
    domain        text        primary key,
    tenant_id     uuid        not null references tenant on delete cascade,
    domain_id     uuid        not null,
    next_check_at timestamptz not null
);
comment on column domain_host.next_check_at is 'when a node may take up the next check';
-- the check that is due next
create index domain_host_next_check on domain_host (next_check_at);
-- all of a tenant
create index domain_host_tenant on domain_host (tenant_id);
select app.share('domain_host', 'names the tenant of a host before the request has one; holds only hosts that are proven');

-- every tenant's hosts may be read and checked, but a tenant takes and gives up only its own, and none is handed over
revoke update on domain_host from tenantry_app;
grant update (next_check_at) on domain_host to tenantry_app;
alter table domain_host enable row level security;
create policy everybody_reads on domain_host for select to tenantry_app using (true);
create policy everybody_checks on domain_host for update to tenantry_app using (true) with check (true);
create policy own_is_taken on domain_host for insert to tenantry_app with check (tenant_id = (select app.tenant()));
create policy own_is_given_up on domain_host for delete to tenantry_app using (tenant_id = (select app.tenant()));
create policy batch on domain_host to tenantry_batch using (true) with check (true);
