-- Administrators of the platform who act in a tenant as one of its members.

create table tenant_impersonation (
    tenant_id      uuid        not null references tenant,
    id             uuid        not null,
    administrator  uuid        not null references account,
    parent_session uuid        not null references account_session on delete cascade,
    member_account uuid references account,
    reason         text        not null check (length(reason) between 1 and 500),
    token_hash     text        not null,
    expires_at     timestamptz not null,
    used_at        timestamptz,
    created_at     timestamptz not null,
    version        bigint      not null,
    primary key (tenant_id, id)
);
comment on column tenant_impersonation.member_account is 'null: with the role of an owner';
comment on column tenant_impersonation.token_hash is 'SHA-256 of the hand-over token, which is good once';
select app.protect('tenant_impersonation');
-- jobs have no business with sign-in
revoke all on tenant_impersonation from tenantry_batch;

alter table account_session
    add column parent_id            uuid references account_session on delete cascade,
    add column impersonation_id     uuid,
    add column impersonated_account uuid references account on delete cascade,
    add check ((parent_id is null) = (impersonation_id is null)),
    add check (impersonated_account is null or impersonation_id is not null);
comment on column account_session.parent_id is 'the administrator''s own session, with which this one ends';
create index account_session_parent on account_session (parent_id) where parent_id is not null;
