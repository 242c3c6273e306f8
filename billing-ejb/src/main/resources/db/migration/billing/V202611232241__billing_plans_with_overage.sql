-- What goes beyond the shipped plans is charged: new versions, which new tenants get, unless there are own ones already. Seats,
-- seals and what is not charged stay as they were.

with added as (
    insert into tenant_plan (id, code, version, name, currency, amount, interval, trial_days, public, created_at)
    select n.id::uuid, o.code, 2, o.name, o.currency, o.amount, o.interval, o.trial_days, o.public, timestamptz '2026-11-23Z'
    from (values
        ('01930000-0000-7000-8000-000000000002', '01930000-0000-7000-8000-000000000012'),
        ('01930000-0000-7000-8000-000000000003', '01930000-0000-7000-8000-000000000013')
    ) as n (before, id)
    join tenant_plan o on o.id = n.before::uuid
    where not exists (select from tenant_plan x where x.code = o.code and x.version > 1)
    returning id, code
), features as (
    insert into tenant_plan_feature (plan_id, feature)
    select a.id, f.feature
    from added a
    join tenant_plan o on o.code = a.code and o.version = 1
    join tenant_plan_feature f on f.plan_id = o.id
), charged (code, resource, included, hard_limit, overage) as (values
    ('professional', 'precintos', 1000, 5000, '{"model":"perUnit","unitPrice":"0.20"}'),
    ('professional', 'transitos', 10000, null, '{"model":"perUnit","unitPrice":"0.02"}'),
    ('professional', 'alertas', 20000, null, '{"model":"perUnit","unitPrice":"0.005"}'),
    ('professional', 'apiCalls', 1000000, null, '{"model":"package","packageSize":"100000","packagePrice":"10"}'),
    ('professional', 'storage', 10737418240, null, '{"model":"package","packageSize":"1073741824","packagePrice":"0.50"}'),
    ('enterprise', 'precintos', 50000, null,
        '{"model":"graduated","tiers":[{"upTo":"50000","unitPrice":"0.10","flatFee":"0"},{"unitPrice":"0.05","flatFee":"0"}]}'),
    ('enterprise', 'transitos', 250000, null,
        '{"model":"graduated","tiers":[{"upTo":"250000","unitPrice":"0.01","flatFee":"0"},{"unitPrice":"0.005","flatFee":"0"}]}'),
    ('enterprise', 'alertas', 500000, null, '{"model":"perUnit","unitPrice":"0.002"}'),
    ('enterprise', 'apiCalls', 20000000, null, '{"model":"package","packageSize":"1000000","packagePrice":"50"}'),
    ('enterprise', 'storage', 536870912000, null, '{"model":"package","packageSize":"1073741824","packagePrice":"0.30"}')
), kept as (
    insert into tenant_plan_limit (plan_id, resource, included, hard_limit)
    select a.id, l.resource, l.included, l.hard_limit
    from added a
    join tenant_plan o on o.code = a.code and o.version = 1
    join tenant_plan_limit l on l.plan_id = o.id
    where not exists (select from charged c where c.code = a.code and c.resource = l.resource)
)
insert into tenant_plan_limit (plan_id, resource, included, hard_limit, overage)
select a.id, c.resource, c.included, c.hard_limit, c.overage
from charged c
join added a on a.code = c.code;
