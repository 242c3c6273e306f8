-- Roles that tenants make themselves.

create table tenant_role (
    tenant_id   uuid        not null references tenant,
    id          uuid        not null,
    name        text        not null check (length(name) between 1 and 100),
    name_key    text        not null,
    permissions text        not null,
    created_at  timestamptz not null,
    version     bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, name_key)
);
comment on column tenant_role.name_key is 'the name folded to lower case: names are unique regardless of case';
comment on column tenant_role.permissions is 'separated by blanks';

select app.protect('tenant_role');

-- A member's role is a built-in one by name or an own one by id; the database sees to it that the latter exists, so a
-- role that somebody has cannot be deleted.
alter table tenant_user
    drop constraint tenant_user_role_check,
    add constraint tenant_user_role_check check (
        role in ('owner', 'admin', 'operator', 'viewer')
        or role ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'),
    add column own_role_id uuid generated always as (
        case when role in ('owner', 'admin', 'operator', 'viewer') then null else role::uuid end) stored,
    add foreign key (tenant_id, own_role_id) references tenant_role (tenant_id, id);
-- deleting a role, and listing who has it
create index tenant_user_own_role on tenant_user (tenant_id, own_role_id) where own_role_id is not null;
