-- API calls, counted in memory by each node, and what is shown of usage.

create table usage_flush (
    node uuid primary key,
    turn bigint      not null,
    at   timestamptz not null
);
comment on table usage_flush is 'the last turn in which a running node brought its counts: one whose answer got lost is not counted twice';
select app.share('usage_flush', 'a node brings the counts of many tenants at once');
revoke all on usage_flush from tenantry_app;

-- Counts API calls of many tenants, each in a quarter of an hour, once for each turn of a node. Answers where the tenants
-- stand: whether the hard limit is reached, and whether there is something to tell. Whom there is no more is left out.
create function app.add_api_calls(
        by_node uuid, its_turn bigint,
        tenants uuid[], ats timestamptz[], calls bigint[], thresholds integer[], moment timestamptz)
    returns table (tenant_id uuid, exhausted boolean, untold boolean)
    language plpgsql
as $$
declare
    counted uuid[];
    days date[];
    quantities numeric[];
begin
    insert into public.usage_flush as f (node, turn, at) values (by_node, its_turn, moment)
    on conflict (node) do update set turn = excluded.turn, at = excluded.at where f.turn < excluded.turn;
    if found then
        select array_agg(x.id), array_agg((x.at at time zone t.time_zone)::date), array_agg(x.n)
        into counted, days, quantities
        from unnest(tenants, ats, calls) as x (id, at, n)
        join public.tenant t on t.id = x.id and t.status <> 'purging';
    end if;
    if counted is not null then
        perform app.add_flows(
            counted, array_fill(text 'apiCalls', array[cardinality(counted)]), days, quantities, moment);
        perform from app.warn_of_usage(
            counted, array_fill(text 'apiCalls', array[cardinality(counted)]), thresholds, moment, null);
    end if;
    return query
    select t.id, coalesce(u.used >= l.hard_limit, false),
           exists (select from public.usage_warning w where w.tenant_id = t.id and w.told_at is null)
    from public.tenant t
    left join app.plan_limits(tenants, moment) l on l.tenant_id = t.id and l.resource = 'apiCalls'
    left join public.usage_period p on p.tenant_id = t.id
    cross join lateral app.usage_period_on(p.starts, p.ends, (moment at time zone t.time_zone)::date) as c
    left join public.tenant_usage u
        on u.tenant_id = t.id and u.resource = 'apiCalls' and u.period_start = c.period_start
    where t.id = any (tenants);
end
$$;

-- The days of the current tenant. What is held is computed for days that have not been written yet, today included.
create function app.usage_days(first date, ends date, moment timestamptz)
    returns table (resource text, day date, quantity numeric, peak numeric, average numeric)
    language sql stable
as $$
    with here as (
        select t.id, t.time_zone, (moment at time zone t.time_zone)::date as today
        from public.tenant t
        where t.id = app.tenant()
    ), unwritten as (
        select h.today,
               greatest(
                   first,
                   (select min((u.created_at at time zone h.time_zone)::date) from public.tenant_usage u
                    where u.tenant_id = h.id and u.period_start = date '1970-01-01'),
                   (select max(d.day) + 1 from public.tenant_usage_day d
                    where d.tenant_id = h.id and d.peak is not null and d.day < h.today)) as since
        from here h
    )
    select d.resource, d.day, d.quantity, d.peak, d.average
    from public.tenant_usage_day d
    join here h on h.id = d.tenant_id
    where d.day >= first and d.day < ends and (d.peak is null or d.day < h.today)
    union all
    select l.resource, l.day, l.closing, l.peak, l.average
    from unwritten w
    cross join lateral app.level_days(array[app.tenant()], array[w.since], least(w.today + 1, ends), moment) as l
$$;
