-- Every tenant has a subscription: those there are get theirs here, the others when they are created.

alter table tenant_billing add column trial_warned_on date;
comment on column tenant_billing.trial_warned_on is 'day for which the owners were last told that the trial ends';

-- the job of trials, and who is due on a day
create index tenant_billing_trial on tenant_billing (period_end, tenant_id) where status = 'trial';

-- The migration writes rows of all tenants; a policy lets it, for as long as it runs.
create policy migration on tenant_billing to tenantry_owner using (true) with check (true);
create policy migration on usage_period to tenantry_owner using (true) with check (true);

-- Who was in trial goes on with it. Who was active is billed from today on: what was before has not been billed, and is not.
with today as (
    select t.id, t.status, (t.created_at at time zone t.time_zone)::date as born,
           (now() at time zone t.time_zone)::date as day,
           greatest((t.trial_ends_at at time zone t.time_zone)::date, (t.created_at at time zone t.time_zone)::date + 1) as trial_end
    from tenant t
    where t.status <> 'purging'
), term as (
    select id, case when status = 'closing' then 'suspended' else status end as status,
           case when status = 'trial' then born else day end as starts,
           case when status = 'trial' then trial_end else (day + interval '1 month')::date end as ends,
           case when status = 'trial' then trial_end else day end as anchor
    from today
)
insert into tenant_billing (tenant_id, id, status, billing_day, anchor, period_start, period_end, segment_start, base_until,
    created_at, version)
select id, gen_random_uuid(), status, extract(day from anchor), anchor, starts, ends, starts, anchor, now(), 1
from term;

insert into usage_period (tenant_id, starts, ends)
select tenant_id, period_start, period_end from tenant_billing
on conflict (tenant_id) do nothing;

drop policy migration on tenant_billing;
drop policy migration on usage_period;
