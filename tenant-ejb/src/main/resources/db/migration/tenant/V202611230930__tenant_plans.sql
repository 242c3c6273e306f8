-- The plans the product ships with. A published plan is never edited: a change is a new version.

insert into tenant_plan (id, code, version, name, currency, amount, interval, trial_days, public, created_at)
values
    ('01930000-0000-7000-8000-000000000001', 'starter', 1, 'Starter', 'USD', 49, 'month', 14, true, '2026-01-01Z'),
    ('01930000-0000-7000-8000-000000000002', 'professional', 1, 'Professional', 'USD', 199, 'month', 14, true, '2026-01-01Z'),
    ('01930000-0000-7000-8000-000000000003', 'enterprise', 1, 'Enterprise', 'USD', 799, 'month', 30, true, '2026-01-01Z');

insert into tenant_plan_feature (plan_id, feature)
select p.id, f.feature
from (values
    ('starter', 'customFields'),
    ('professional', 'customFields'), ('professional', 'apiAccess'), ('professional', 'webhooks'),
    ('professional', 'whiteLabel'), ('professional', 'export'),
    ('enterprise', 'customFields'), ('enterprise', 'apiAccess'), ('enterprise', 'webhooks'),
    ('enterprise', 'whiteLabel'), ('enterprise', 'export'), ('enterprise', 'customDomain'), ('enterprise', 'backup')
) as f (code, feature)
join tenant_plan p on p.code = f.code;

insert into tenant_plan_limit (plan_id, resource, included, hard_limit)
select p.id, l.resource, l.included, l.hard_limit
from (values
    ('starter', 'users', 5, 5),
    ('starter', 'precintos', 50, 50),
    ('professional', 'users', 25, 50),
    ('professional', 'precintos', 1000, 5000),
    ('enterprise', 'users', 500, null),
    ('enterprise', 'precintos', 50000, null)
) as l (code, resource, included, hard_limit)
join tenant_plan p on p.code = l.code;
