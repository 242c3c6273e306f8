-- Invitations that are open: one that is accepted or revoked is deleted, the activity log tells of it.

create table tenant_invitation (
    tenant_id   uuid        not null references tenant,
    id          uuid        not null,
    email       text        not null,
    email_key   text        not null,
    role        text        not null,
    own_role_id uuid generated always as (
        case when role in ('owner', 'admin', 'operator', 'viewer') then null else role::uuid end) stored,
    language    text        not null check (language in ('en', 'es')),
    secret_hash text        not null,
    invited_by  text        not null,
    sent_at     timestamptz not null,
    sent_times  integer     not null,
    expires_at  timestamptz not null,
    created_at  timestamptz not null,
    version     bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, email_key),
    foreign key (tenant_id, own_role_id) references tenant_role (tenant_id, id)
);
comment on column tenant_invitation.email_key is 'the address folded to lower case: who is invited is so once';
comment on column tenant_invitation.secret_hash is 'SHA-256; the secret is in the e-mail only';
-- GET /api/users/invitations, newest first
create index tenant_invitation_created on tenant_invitation (tenant_id, created_at, id);
-- deleting a role
create index tenant_invitation_own_role on tenant_invitation (tenant_id, own_role_id) where own_role_id is not null;

select app.protect('tenant_invitation');
-- jobs have no business with who comes in
revoke all on tenant_invitation from tenantry_batch;
