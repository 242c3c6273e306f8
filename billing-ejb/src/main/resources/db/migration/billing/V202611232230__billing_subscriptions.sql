-- What a tenant subscribes to, and what it owes.

create table tenant_billing (
    tenant_id            uuid        not null references tenant,
    id                   uuid        not null,
    status               text        not null check (status in ('trial', 'active', 'pastDue', 'suspended', 'cancelled')),
    billing_day          integer     not null check (billing_day between 1 and 31),
    anchor               date        not null,
    period_start         date        not null,
    period_end           date        not null check (period_end > period_start),
    segment_start        date        not null check (segment_start between period_start and period_end),
    base_until           date        not null,
    next_plan_id         uuid references tenant_plan,
    cancel_at_period_end boolean     not null default false,
    created_at           timestamptz not null,
    version              bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id)
);
comment on column tenant_billing.anchor is 'first day that is paid for; yearly prices begin on its day and month';
comment on column tenant_billing.period_end is 'of the current usage period, exclusive; in a trial the day it ends';
comment on column tenant_billing.segment_start is 'since when the current plan has been in force within the period';
comment on column tenant_billing.base_until is 'up to when, exclusive, the base price has been billed; the anchor before the first invoice';
comment on column tenant_billing.next_plan_id is 'taken when the base price is next due';
-- the invoice run: whose period has ended
create index tenant_billing_due on tenant_billing (period_end, tenant_id) where status <> 'cancelled';

create table billing_segment (
    tenant_id    uuid        not null references tenant,
    id           uuid        not null,
    plan_id      uuid        not null references tenant_plan,
    period_start date        not null,
    starts       date        not null,
    ends         date        not null check (ends > starts),
    created_at   timestamptz not null,
    version      bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, starts)
);
comment on table billing_segment is 'a part of a usage period in which an earlier plan was in force';

create table billing_profile (
    tenant_id          uuid        not null references tenant,
    id                 uuid        not null,
    legal_name         text        not null check (length(legal_name) between 1 and 200),
    street             text        not null check (length(street) <= 300),
    postal_code        text        not null check (length(postal_code) <= 20),
    city               text        not null check (length(city) <= 100),
    region             text        not null check (length(region) <= 100),
    country            text        not null check (country ~ '^[A-Z]{2}$'),
    email              text check (length(email) between 3 and 320),
    tax_id             text check (length(tax_id) between 1 and 50),
    tax_treatment      text        not null check (tax_treatment in ('standard', 'reverseCharge', 'exempt')),
    prices_include_tax boolean     not null,
    created_at         timestamptz not null,
    version            bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id)
);
comment on table billing_profile is 'to whom invoices are addressed, and how they are taxed';

create table tax_rate (
    id         uuid primary key,
    country    text           not null check (country ~ '^[A-Z]{2}$'),
    region     text           not null default '' check (length(region) <= 100),
    name       text           not null check (length(name) between 1 and 60),
    percent    numeric(7, 4)  not null check (percent between 0 and 100),
    valid_from date           not null,
    valid_to   date check (valid_to > valid_from),
    created_at timestamptz    not null,
    version    bigint         not null,
    unique (country, region, name, valid_from)
);
comment on column tax_rate.region is 'empty: all of the country, unless the region has rates of its own';

create table coupon (
    code            text primary key check (code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
    name            text          not null check (length(name) between 1 and 100),
    percent         numeric(7, 4) check (percent > 0 and percent <= 100),
    amount          numeric(24, 4) check (amount > 0),
    currency        text check (currency ~ '^[A-Z]{3}$'),
    periods         integer check (periods between 1 and 120),
    valid_until     date,
    max_redemptions integer check (max_redemptions > 0),
    redeemed        integer       not null default 0 check (redeemed >= 0),
    created_at      timestamptz   not null,
    version         bigint        not null,
    check (redeemed <= max_redemptions),
    check ((percent is null) <> (amount is null)),
    check ((amount is null) = (currency is null))
);
comment on column coupon.periods is 'how many invoices it reduces; null: all';

create table tenant_discount (
    tenant_id   uuid        not null references tenant,
    id          uuid        not null,
    coupon_code text references coupon,
    name        text        not null check (length(name) between 1 and 100),
    percent     numeric(7, 4) check (percent > 0 and percent <= 100),
    amount      numeric(24, 4) check (amount > 0),
    currency    text check (currency ~ '^[A-Z]{3}$'),
    periods     integer check (periods >= 0),
    ended_at    timestamptz,
    created_at  timestamptz not null,
    version     bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, coupon_code),
    check ((percent is null) <> (amount is null)),
    check ((amount is null) = (currency is null))
);
comment on column tenant_discount.periods is 'invoices it still reduces; null: all';

alter table tenant_plan add column minimum numeric(24, 4) check (minimum >= 0);
comment on column tenant_plan.minimum is 'what the invoice of a period comes to at least, before discounts and tax; null: nothing';

select app.protect('tenant_billing');
select app.protect('billing_segment');
select app.protect('billing_profile');
select app.protect('tenant_discount');
select app.share('tax_rate', 'rates of countries and regions, the same for everybody');
select app.share('coupon', 'offered to everybody who knows the code');

-- they end, and coupons are counted; what they say never changes, and jobs only read them
revoke insert, update, delete on tax_rate, coupon from tenantry_batch;
revoke update, delete on tax_rate, coupon from tenantry_app;
grant update (valid_to, version) on tax_rate to tenantry_app;
grant update (valid_until, redeemed, version) on coupon to tenantry_app;
