-- Who there is: plans, tenants, accounts, members, sessions.

create table tenant_plan (
    id         uuid primary key,
    code       text           not null,
    version    integer        not null,
    name       text           not null,
    currency   text           not null check (currency ~ '^[A-Z]{3}$'),
    amount     numeric(24, 4) not null check (amount >= 0),
    interval   text           not null check (interval in ('month', 'year')),
    trial_days integer        not null check (trial_days between 0 and 365),
    public     boolean        not null,
    reserved_for uuid,
    created_at timestamptz    not null,
    unique (code, version)
);

create table tenant_plan_feature (
    plan_id uuid not null references tenant_plan,
    feature text not null,
    primary key (plan_id, feature)
);

create table tenant_plan_limit (
    plan_id    uuid   not null references tenant_plan,
    resource   text   not null,
    included   bigint not null check (included >= 0),
    hard_limit bigint check (hard_limit >= included),
    primary key (plan_id, resource)
);
comment on column tenant_plan_limit.hard_limit is 'null: none';

create table tenant (
    id            uuid primary key,
    slug          text        not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9]+)*$' and length(slug) between 2 and 63),
    name          text        not null check (length(name) between 1 and 200),
    status        text        not null check (status in ('trial', 'active', 'pastDue', 'suspended', 'closing')),
    status_reason text,
    plan_id       uuid        not null references tenant_plan,
    trial_ends_at timestamptz,
    created_at    timestamptz not null,
    version       bigint      not null
);
-- the administrator's list of tenants
create index tenant_created on tenant (created_at, id);

alter table tenant_plan add foreign key (reserved_for) references tenant;

create table account (
    id             uuid primary key,
    email          text        not null,
    email_key      text        not null unique,
    display_name   text        not null check (length(display_name) between 1 and 200),
    password_hash  text        not null,
    platform_admin boolean     not null,
    disabled_at    timestamptz,
    last_tenant_id uuid references tenant on delete set null,
    created_at     timestamptz not null,
    version        bigint      not null
);
comment on column account.email_key is 'the address folded to lower case: what signing in compares';

create table tenant_user (
    tenant_id  uuid        not null references tenant,
    id         uuid        not null,
    account_id uuid        not null references account,
    role       text        not null check (role in ('owner', 'admin', 'operator', 'viewer')),
    created_at timestamptz not null,
    version    bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, account_id)
);
-- app.memberships
create index tenant_user_account on tenant_user (account_id);

create table account_session (
    id             uuid primary key,
    account_id     uuid        not null references account on delete cascade,
    current_tenant uuid references tenant on delete set null,
    created_at     timestamptz not null,
    expires_at     timestamptz not null,
    ended_at       timestamptz,
    ended_because  text
);

create table refresh_token (
    hash       text primary key,
    session_id uuid        not null references account_session on delete cascade,
    issued_at  timestamptz not null,
    used_at    timestamptz
);
comment on table refresh_token is 'SHA-256 of every token of a session, used ones too: one that comes back was stolen';

create table login_throttle (
    key           text primary key,
    failures      integer     not null,
    window_starts timestamptz not null
);

create table platform_setup (
    done         boolean primary key check (done),
    completed_at timestamptz not null
);

select app.protect('tenant_user');
select app.share('tenant_plan', 'the catalogue; plans made for one tenant are visible to it alone');
select app.share('tenant_plan_feature', 'part of tenant_plan');
select app.share('tenant_plan_limit', 'part of tenant_plan');
select app.share('tenant', 'the registry of tenants itself, read before a request has a tenant');
select app.share('account', 'a person signs in once for all of their tenants');
select app.share('account_session', 'belongs to an account');
select app.share('refresh_token', 'belongs to a session');
select app.share('login_throttle', 'counts attempts before anybody is signed in');
select app.share('platform_setup', 'whether the first administrator was made');

-- what is published stays as it is, and jobs have no business with sign-in
revoke insert, update, delete on tenant_plan, tenant_plan_feature, tenant_plan_limit from tenantry_app;
revoke all on account_session, refresh_token, login_throttle, platform_setup from tenantry_batch;

alter table tenant_plan enable row level security;
create policy public_or_own on tenant_plan to tenantry_app
    using (reserved_for is null or reserved_for = (select app.tenant()))
    with check (reserved_for is null or reserved_for = (select app.tenant()));
create policy batch on tenant_plan to tenantry_batch using (true) with check (true);

-- The one question that spans tenants: where does this account belong? Asked with the rights of the owner, to whom
-- this policy alone opens the table.
create policy memberships on tenant_user for select to tenantry_owner using (true);
create function app.memberships(account uuid)
    returns table (tenant_id uuid, slug text, name text, role text, status text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select t.id, t.slug, t.name, u.role, t.status
    from tenant_user u
    join tenant t on t.id = u.tenant_id
    where u.account_id = account
    order by t.name, t.id
$$;
comment on function app.memberships(uuid) is
    'reviewed: lists the tenants of one account for sign-in and switching; returns nothing of a tenant but its name';
revoke execute on function app.memberships(uuid) from public;
grant execute on function app.memberships(uuid) to tenantry_app;
