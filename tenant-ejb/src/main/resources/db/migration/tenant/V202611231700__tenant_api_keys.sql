-- Keys by which programs call the API of one tenant.

create table tenant_api_key (
    tenant_id      uuid        not null references tenant,
    id             uuid        not null,
    name           text        not null check (length(name) between 1 and 100),
    scopes         text        not null check (scopes <> ''),
    secret_hash    text        not null,
    secret_no      integer     not null check (secret_no > 0),
    previous_hash  text,
    previous_until timestamptz,
    created_by     text        not null,
    created_at     timestamptz not null,
    expires_at     timestamptz,
    last_used_at   timestamptz,
    revoked_at     timestamptz,
    version        bigint      not null,
    primary key (tenant_id, id),
    check ((previous_hash is null) = (previous_until is null))
);
comment on column tenant_api_key.scopes is 'permissions, separated by blanks as in OAuth 2';
comment on column tenant_api_key.secret_hash is 'SHA-256; the secret itself is nowhere';
comment on column tenant_api_key.secret_no is 'counts rotations; an access token says with which secret it was got';
-- GET /api/api-keys, newest first
create index tenant_api_key_created on tenant_api_key (tenant_id, created_at, id);

select app.protect('tenant_api_key');
-- jobs have no business with sign-in
revoke all on tenant_api_key from tenantry_batch;

-- a key acts by itself, not as whoever made it
alter table tenant_activity_log
    drop constraint tenant_activity_log_actor_kind_check,
    add constraint tenant_activity_log_actor_kind_check check (actor_kind in ('user', 'platform', 'system', 'key'));
