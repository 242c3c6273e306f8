-- What a tenant asks of its members' signing in.

create table tenant_sign_in_rule (
    tenant_id             uuid        not null references tenant,
    id                    uuid        not null,
    require_second_factor boolean     not null,
    created_at            timestamptz not null,
    version               bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id)
);

select app.protect('tenant_sign_in_rule');
