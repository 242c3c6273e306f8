-- What a tenant holds and what was done in it.

create table tenant_usage (
    tenant_id    uuid        not null references tenant,
    id           uuid        not null,
    resource     text        not null,
    period_start date        not null,
    used         bigint      not null check (used >= 0),
    created_at   timestamptz not null,
    version      bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, resource, period_start)
);
comment on column tenant_usage.period_start is 'first day of the billing period; 1970-01-01 for what is held, not consumed';

create table tenant_activity_log (
    tenant_id  uuid        not null references tenant,
    id         uuid        not null,
    created_at timestamptz not null,
    actor_id   uuid,
    actor      text        not null,
    actor_kind text        not null check (actor_kind in ('user', 'platform', 'system')),
    action     text        not null,
    entity     text        not null,
    entity_id  uuid,
    before     text,
    after      text,
    request_id text,
    version    bigint      not null,
    primary key (tenant_id, id)
);
comment on column tenant_activity_log.before is 'JSON as written, kept to the letter';
-- GET /api/activity, newest first
create index tenant_activity_log_time on tenant_activity_log (tenant_id, created_at, id);

create table idempotent_answer (
    tenant_id    uuid        not null references tenant,
    account_id   uuid        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       integer,
    location     text,
    etag         text,
    body         text,
    created_at   timestamptz not null,
    primary key (tenant_id, account_id, key)
);

select app.protect('tenant_usage');
select app.protect('tenant_activity_log');
select app.protect('idempotent_answer');

-- what has happened stays as it was written
revoke update, delete on tenant_activity_log from tenantry_app, tenantry_batch;
