-- Ways to what falls due, and an id by which coupons are paged.

alter table coupon add column id uuid;
update coupon set id = gen_random_uuid();
alter table coupon alter column id set not null;
alter table coupon add unique (id);

-- the job credit-expiry
create index credit_grant_expires on credit_grant (expires_on) where remaining > 0 and expires_on is not null;
-- the e-mail about what was issued
create index invoice_issued on invoice (issued_on, tenant_id) where status <> 'draft';
-- the list of coupons and of tax rates, newest first
create index coupon_created on coupon (created_at, id);
create index tax_rate_created on tax_rate (created_at, id);
create index tenant_discount_created on tenant_discount (tenant_id, created_at, id);
create index payment_created on payment (tenant_id, invoice_id, created_at, id);
