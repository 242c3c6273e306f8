-- What members see first: the tenant's layout, and those that members have made for themselves.

create table tenant_dashboard (
    tenant_id  uuid        not null references tenant,
    id         uuid        not null,
    account_id uuid,
    widgets    text        not null,
    created_at timestamptz not null,
    version    bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, account_id),
    -- a layout goes with its member
    foreign key (tenant_id, account_id) references tenant_user (tenant_id, account_id) on delete cascade
);
comment on column tenant_dashboard.account_id is 'null: the layout of all who have none of their own';
comment on column tenant_dashboard.widgets is 'a JSON array';
create unique index tenant_dashboard_default on tenant_dashboard (tenant_id) where account_id is null;

select app.protect('tenant_dashboard');
