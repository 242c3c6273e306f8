-- What tenants use, day by day: the basis of limits, warnings and invoices.

alter table tenant_plan_limit
    add column measure text not null default 'peak' check (measure in ('peak', 'average'));
comment on column tenant_plan_limit.measure is 'of what is held: the most at any moment of a period, or the average over its days';

-- what is consumed may come in fractions
alter table tenant_usage alter column used type numeric;

create table usage_period (
    tenant_id uuid not null references tenant,
    starts    date,
    ends      date,
    primary key (tenant_id),
    check ((starts is null) = (ends is null) and ends > starts and starts > '1970-01-01')
);
comment on table usage_period is 'the open one, ends exclusive; without dates: calendar months. Whoever counts holds the row, whoever moves it locks it';

create table tenant_usage_day (
    tenant_id uuid    not null references tenant,
    day       date    not null,
    resource  text    not null,
    quantity  numeric not null check (quantity >= 0),
    peak      numeric,
    average   numeric,
    primary key (tenant_id, day, resource),
    check ((peak is null) = (average is null))
);
comment on table tenant_usage_day is 'by local day. Consumed: the sum, live. Held: as it was at the end, the most and the average, written when the day is over';

create table usage_level_change (
    tenant_id uuid        not null references tenant,
    id        uuid        not null,
    resource  text        not null,
    at        timestamptz not null,
    delta     numeric     not null,
    primary key (tenant_id, id)
);
-- the levels of a day
create index usage_level_change_at on usage_level_change (tenant_id, at);
-- dropping what is old, of all tenants
create index usage_level_change_old on usage_level_change using brin (at);

create table usage_event (
    tenant_id   uuid        not null references tenant,
    event_id    text        not null check (length(event_id) between 1 and 200),
    resource    text        not null,
    quantity    numeric     not null check (quantity > 0),
    at          timestamptz not null,
    day         date        not null,
    received_at timestamptz not null,
    primary key (tenant_id, event_id)
);
-- dropping what is old; rows lie in this order, so that a summary of pages is enough
create index usage_event_received on usage_event using brin (received_at);

create table late_usage (
    tenant_id       uuid        not null references tenant,
    id              uuid        not null,
    resource        text        not null,
    day             date        not null,
    quantity        numeric     not null check (quantity > 0),
    received_at     timestamptz not null,
    settled_invoice uuid,
    primary key (tenant_id, id)
);
comment on table late_usage is 'came after its period was closed; also counted at its day';
-- the next invoice; until then all that comes for a day is one row
create unique index late_usage_open on late_usage (tenant_id, resource, day) where settled_invoice is null;

create table usage_warning (
    tenant_id    uuid        not null references tenant,
    resource     text        not null,
    period_start date        not null,
    threshold    integer     not null check (threshold > 0),
    used         numeric     not null,
    included     bigint      not null,
    at           timestamptz not null,
    told_at      timestamptz,
    primary key (tenant_id, resource, period_start, threshold)
);
-- what is still to be told
create index usage_warning_untold on usage_warning (tenant_id) where told_at is null;

select app.protect('usage_period');
select app.protect('tenant_usage_day');
select app.protect('usage_level_change');
select app.protect('usage_event');
select app.protect('late_usage');
select app.protect('usage_warning');

-- what has been used stays as it was written
revoke delete on usage_period, tenant_usage_day, late_usage, usage_warning from tenantry_app;
revoke update, delete on usage_level_change, usage_event from tenantry_app;
revoke update on usage_level_change, usage_event from tenantry_batch;

-- the tenants of a zone, one chunk after the other
create index tenant_zone_id on tenant (time_zone, id);

-- The period that a local day belongs to. Past the open one: as if it had been moved on, month by month.
create function app.usage_period_on(starts date, ends date, day date, out period_start date, out period_end date)
    language plpgsql immutable
as $$
declare
    months integer;
begin
    if starts is null then
        period_start := date_trunc('month', day::timestamp)::date;
        period_end := (period_start + interval '1 month')::date;
    elsif day < ends then
        period_start := starts;
        period_end := ends;
    else
        months := (extract(year from day) - extract(year from ends)) * 12 + extract(month from day) - extract(month from ends);
        if (ends + make_interval(months => months))::date > day then
            months := months - 1;
        end if;
        period_start := (ends + make_interval(months => months))::date;
        period_end := (ends + make_interval(months => months + 1))::date;
    end if;
end
$$;

-- Keeps the periods of tenants from being moved until the transaction ends; counting goes on beside it. In one order, so
-- that nobody waits for each other.
create function app.hold_usage_periods(tenants uuid[]) returns void
    language plpgsql
as $$
declare
    held bigint;
    wanted bigint := (select count(distinct x) from unnest(tenants) as x);
begin
    loop
        select count(*) into held from (
            select from public.usage_period p where p.tenant_id = any (tenants) order by p.tenant_id for key share
        ) as present;
        exit when held = wanted;
        -- a row that another transaction has just added is seen in the next round
        insert into public.usage_period (tenant_id)
        select distinct x from unnest(tenants) as x order by x
        on conflict do nothing;
    end loop;
end
$$;

-- Opens a period for each of the tenants. Waits for those who count in the one before; what was counted for days of the
-- new one already is in it.
create function app.set_usage_periods(tenants uuid[], openings date[], endings date[]) returns void
    language plpgsql
as $$
begin
    insert into public.usage_period (tenant_id)
    select distinct x from unnest(tenants) as x order by x
    on conflict do nothing;
    perform from public.usage_period p where p.tenant_id = any (tenants) order by p.tenant_id for update;

    update public.usage_period p
    set starts = n.starts, ends = n.ends
    from unnest(tenants, openings, endings) as n (tenant_id, starts, ends)
    where p.tenant_id = n.tenant_id;

    delete from public.tenant_usage u
    using unnest(tenants, openings) as n (tenant_id, starts)
    where u.tenant_id = n.tenant_id and u.period_start = n.starts;

    insert into public.tenant_usage (tenant_id, id, resource, period_start, used, created_at, version)
    select n.tenant_id, gen_random_uuid(), d.resource, n.starts, sum(d.quantity), now(), 1
    from unnest(tenants, openings, endings) as n (tenant_id, starts, ends)
    join public.tenant_usage_day d
        on d.tenant_id = n.tenant_id and d.day >= n.starts and d.day < n.ends and d.peak is null
    group by n.tenant_id, d.resource, n.starts;
end
$$;

-- What a period's invoice is made of: from its first day up to, not including, its end. On days without a row nothing was
-- held; days before the tenant's first do not lower its average.
create function app.period_usage(tenants uuid[], openings date[], endings date[])
    returns table (tenant_id uuid, starts date, resource text, total numeric, peak numeric, average numeric)
    language sql stable
as $$
    with counted as (
        select n.tenant_id, n.starts, d.resource, d.day, d.quantity, d.peak, d.average
        from unnest(tenants, openings, endings) as n (tenant_id, starts, ends)
        join public.tenant_usage_day d on d.tenant_id = n.tenant_id and d.day >= n.starts and d.day < n.ends
    ), days as (
        select c.tenant_id, c.starts, count(distinct c.day) as n
        from counted c
        where c.peak is not null
        group by c.tenant_id, c.starts
    )
    select c.tenant_id, c.starts, c.resource,
           case when max(c.peak) is null then sum(c.quantity) end, max(c.peak), sum(c.average) / max(d.n)
    from counted c
    left join days d on d.tenant_id = c.tenant_id and d.starts = c.starts
    group by c.tenant_id, c.starts, c.resource
$$;
comment on function app.period_usage(uuid[], date[], date[]) is 'total of what is consumed; peak and average of what is held';

-- What tenants may use by their plans and overrides.
create function app.plan_limits(tenants uuid[], moment timestamptz)
    returns table (tenant_id uuid, resource text, included bigint, hard_limit bigint, measure text)
    language sql stable
as $$
    select t.id, r.resource,
           case when o.id is null then l.included else o.included end,
           case when o.id is null then l.hard_limit else o.hard_limit end,
           coalesce(l.measure, 'peak')
    from public.tenant t
    cross join lateral (
        select x.resource from public.tenant_plan_limit x where x.plan_id = t.plan_id
        union
        select y.subject from public.tenant_plan_override y where y.tenant_id = t.id and y.kind = 'limit'
    ) as r (resource)
    left join public.tenant_plan_limit l on l.plan_id = t.plan_id and l.resource = r.resource
    left join public.tenant_plan_override o
        on o.tenant_id = t.id and o.kind = 'limit' and o.subject = r.resource
        and (o.expires_at is null or o.expires_at > moment)
    where t.id = any (tenants) and (o.id is not null or l.plan_id is not null)
$$;

-- Notes which thresholds, in percent of what is included, have been reached and were not before in this period.
create function app.warn_of_usage(
        tenants uuid[], resources text[], thresholds integer[], moment timestamptz, told timestamptz)
    returns table (tenant_id uuid, resource text, threshold integer, used numeric, included bigint)
    language sql volatile
as $$
    insert into public.usage_warning as w (tenant_id, resource, period_start, threshold, used, included, at, told_at)
    select u.tenant_id, u.resource, c.period_start, h.threshold, u.used, l.included, moment, told
    from (select distinct on (x.id, x.resource) * from unnest(tenants, resources) as x (id, resource)) as n
    join public.tenant t on t.id = n.id
    join app.plan_limits(tenants, moment) l on l.tenant_id = n.id and l.resource = n.resource
    left join public.usage_period p on p.tenant_id = n.id
    cross join lateral app.usage_period_on(p.starts, p.ends, (moment at time zone t.time_zone)::date) as c
    join public.tenant_usage u
        on u.tenant_id = n.id and u.resource = n.resource and u.period_start in (date '1970-01-01', c.period_start)
    cross join unnest(thresholds) as h (threshold)
    where u.used > 0 and u.used * 100 >= l.included::numeric * h.threshold
      and not exists (
          select from public.usage_warning b
          where b.tenant_id = n.id and b.resource = n.resource and b.period_start = c.period_start
            and b.threshold = h.threshold)
    order by 1, 2, 4
    on conflict do nothing
    returning w.tenant_id, w.resource, w.threshold, w.used, w.included
$$;

-- Takes of what is held: one statement decides and counts, so that no two transactions can both take the last one.
create function app.take_level(taken text, quantity numeric, thresholds integer[], moment timestamptz)
    returns table (accepted boolean, threshold integer, used numeric, included bigint)
    language plpgsql
as $$
declare
    total numeric;
begin
    insert into public.tenant_usage as u (tenant_id, id, resource, period_start, used, created_at, version)
    select t.id, gen_random_uuid(), taken, date '1970-01-01', quantity, moment, 1
    from public.tenant t
    where t.id = app.tenant() and coalesce(quantity <= app.hard_limit(taken, moment), true)
    on conflict on constraint tenant_usage_tenant_id_resource_period_start_key do update
        set used = u.used + excluded.used, version = u.version + 1
        where coalesce(u.used + excluded.used <= app.hard_limit(u.resource, moment), true)
    returning u.used into total;
    if total is null then
        return query select false, null::integer, null::numeric, null::bigint;
        return;
    end if;
    insert into public.usage_level_change (tenant_id, id, resource, at, delta)
    values (app.tenant(), gen_random_uuid(), taken, moment, quantity);
    return query
    select true, w.threshold, total, w.included
    from (select) as one
    left join app.warn_of_usage(array[app.tenant()], array[taken], thresholds, moment, moment) w on true
    order by w.threshold desc
    limit 1;
end
$$;

create function app.release_level(released text, quantity numeric, moment timestamptz) returns void
    language sql volatile
as $$
    with given_back as (
        update public.tenant_usage
        set used = used - quantity, version = version + 1
        where tenant_id = app.tenant() and resource = released and period_start = date '1970-01-01'
        returning tenant_id
    )
    insert into public.usage_level_change (tenant_id, id, resource, at, delta)
    select tenant_id, gen_random_uuid(), released, moment, - quantity from given_back
$$;

-- Adds to days and to the counters of their periods, whatever the limits. What comes after its period was closed is noted
-- for the next invoice.
create function app.add_flows(
        tenants uuid[], resources text[], days date[], quantities numeric[], moment timestamptz)
    returns void
    language plpgsql
as $$
begin
    perform app.hold_usage_periods(tenants);

    -- counters before days, as in app.record_flow, so that nobody waits for each other
    insert into public.tenant_usage as u (tenant_id, id, resource, period_start, used, created_at, version)
    select x.tenant_id, gen_random_uuid(), x.resource, c.period_start, sum(x.quantity), moment, 1
    from unnest(tenants, resources, days, quantities) as x (tenant_id, resource, day, quantity)
    join public.usage_period p on p.tenant_id = x.tenant_id
    cross join lateral app.usage_period_on(p.starts, p.ends, x.day) as c
    where p.starts is null or x.day >= p.starts
    group by x.tenant_id, x.resource, c.period_start
    order by x.tenant_id, x.resource, c.period_start
    on conflict (tenant_id, resource, period_start) do update
        set used = u.used + excluded.used, version = u.version + 1;

    insert into public.tenant_usage_day as d (tenant_id, day, resource, quantity)
    select x.tenant_id, x.day, x.resource, sum(x.quantity)
    from unnest(tenants, resources, days, quantities) as x (tenant_id, resource, day, quantity)
    group by x.tenant_id, x.day, x.resource
    order by x.tenant_id, x.day, x.resource
    on conflict (tenant_id, day, resource) do update set quantity = d.quantity + excluded.quantity;

    -- what has been settled meanwhile is added to no more: it is no conflict, and a new row begins
    insert into public.late_usage as l (tenant_id, id, resource, day, quantity, received_at)
    select x.tenant_id, gen_random_uuid(), x.resource, x.day, sum(x.quantity), moment
    from unnest(tenants, resources, days, quantities) as x (tenant_id, resource, day, quantity)
    join public.usage_period p on p.tenant_id = x.tenant_id
    where x.day < p.starts
    group by x.tenant_id, x.resource, x.day
    order by x.tenant_id, x.day, x.resource
    on conflict (tenant_id, resource, day) where settled_invoice is null do update
        set quantity = l.quantity + excluded.quantity;
end
$$;

-- Counts what the current tenant consumes now, unless its hard limit ends there: exact as app.take_level is.
create function app.record_flow(recorded text, quantity numeric, thresholds integer[], moment timestamptz)
    returns table (accepted boolean, threshold integer, used numeric, included bigint)
    language plpgsql
as $$
declare
    today date;
    period date;
    total numeric;
begin
    perform app.hold_usage_periods(array[app.tenant()]);
    -- a tenant that has moved west may be back on a day before its period
    select greatest((moment at time zone t.time_zone)::date, p.starts), c.period_start
    into today, period
    from public.tenant t
    join public.usage_period p on p.tenant_id = t.id
    cross join lateral app.usage_period_on(
        p.starts, p.ends, greatest((moment at time zone t.time_zone)::date, p.starts)) as c
    where t.id = app.tenant();

    insert into public.tenant_usage as u (tenant_id, id, resource, period_start, used, created_at, version)
    select app.tenant(), gen_random_uuid(), recorded, period, quantity, moment, 1
    where coalesce(quantity <= app.hard_limit(recorded, moment), true)
    on conflict on constraint tenant_usage_tenant_id_resource_period_start_key do update
        set used = u.used + excluded.used, version = u.version + 1
        where coalesce(u.used + excluded.used <= app.hard_limit(u.resource, moment), true)
    returning u.used into total;
    if total is null then
        return query select false, null::integer, null::numeric, null::bigint;
        return;
    end if;
    insert into public.tenant_usage_day as d (tenant_id, day, resource, quantity)
    values (app.tenant(), today, recorded, record_flow.quantity)
    on conflict on constraint tenant_usage_day_pkey do update set quantity = d.quantity + excluded.quantity;
    return query
    select true, w.threshold, total, w.included
    from (select) as one
    left join app.warn_of_usage(array[app.tenant()], array[recorded], thresholds, moment, moment) w on true
    order by w.threshold desc
    limit 1;
end
$$;

-- Counts events of the current tenant, each id once; answers how many were new.
create function app.add_events(events json, moment timestamptz) returns integer
    language plpgsql
as $$
declare
    accepted integer;
    resources text[];
    days date[];
    quantities numeric[];
begin
    perform app.hold_usage_periods(array[app.tenant()]);
    with added as (
        insert into public.usage_event (tenant_id, event_id, resource, quantity, at, day, received_at)
        select t.id, e.id, e.resource, e.quantity, e.at, (e.at at time zone t.time_zone)::date, moment
        from json_to_recordset(events) as e (id text, resource text, quantity numeric, at timestamptz)
        join public.tenant t on t.id = app.tenant()
        order by e.id
        on conflict do nothing
        returning resource, day, quantity
    ), summed as (
        select a.resource, a.day, sum(a.quantity) as quantity, count(*) as n from added a group by a.resource, a.day
    )
    select coalesce(sum(s.n), 0), array_agg(s.resource), array_agg(s.day), array_agg(s.quantity)
    into accepted, resources, days, quantities
    from summed s;
    if accepted > 0 then
        perform app.add_flows(
            array_fill(app.tenant(), array[cardinality(days)]), resources, days, quantities, moment);
    end if;
    return accepted;
end
$$;

-- The levels of local days, from a tenant's first up to, not including, the end: counted back from what is held now. What
-- changes at one instant changes at once. A day that is not over is taken as far as it has come.
create function app.level_days(tenants uuid[], firsts date[], before date, until timestamptz)
    returns table (tenant_id uuid, resource text, day date, closing numeric, peak numeric, average numeric)
    language sql stable
as $$
    with held as (
        select u.tenant_id, u.resource, u.used, t.time_zone, n.first,
               n.first::timestamp at time zone t.time_zone as opens,
               least(before::timestamp at time zone t.time_zone, until) as closes
        from unnest(tenants, firsts) as n (tenant_id, first)
        join public.tenant t on t.id = n.tenant_id
        join public.tenant_usage u on u.tenant_id = n.tenant_id and u.period_start = date '1970-01-01'
        where n.first < before
    ), moment as (
        select h.tenant_id, h.resource, d.day::timestamp at time zone h.time_zone as at, 0::numeric as delta
        from held h
        cross join lateral generate_series(h.first::timestamp, before::timestamp - interval '1 day', '1 day') as d (day)
        union all
        select c.tenant_id, c.resource, c.at, c.delta
        from held h
        join public.usage_level_change c
            on c.tenant_id = h.tenant_id and c.at >= h.opens and c.resource = h.resource
    ), step as (
        select m.tenant_id, m.resource, m.at, sum(m.delta) as delta from moment m group by m.tenant_id, m.resource, m.at
    ), level as (
        select s.tenant_id, s.resource, s.at, h.time_zone,
               h.used - coalesce(sum(s.delta) over later, 0) as level,
               least(lead(s.at) over (partition by s.tenant_id, s.resource order by s.at), h.closes) as gone,
               h.closes
        from step s
        join held h on h.tenant_id = s.tenant_id and h.resource = s.resource
        window later as (
            partition by s.tenant_id, s.resource order by s.at desc rows between unbounded preceding and 1 preceding)
    ), lasting as (
        select l.tenant_id, l.resource, (l.at at time zone l.time_zone)::date as day, l.at, greatest(l.level, 0) as level,
               extract(epoch from greatest(coalesce(l.gone, l.closes) - l.at, interval '0')) as seconds
        from level l
        where l.at <= l.closes
    )
    select l.tenant_id, l.resource, l.day,
           (array_agg(l.level order by l.at desc))[1],
           max(l.level),
           coalesce(round(sum(l.level * l.seconds) / nullif(sum(l.seconds), 0), 12), max(l.level))
    from lasting l
    where l.day < before
    group by l.tenant_id, l.resource, l.day
$$;

-- Writes the days that are over and were not written yet, and the last one again: the same rows come out of it. A day that
-- is over for whoever asks, whose zones may be of another year than the database's, is not written before it is over here.
create function app.snapshot_levels(tenants uuid[], day_begun date, oldest date, moment timestamptz)
    returns table (tenant_id uuid, already boolean)
    language plpgsql
as $$
declare
    found uuid[];
    firsts date[];
    present boolean[];
    before date := least(day_begun, (
        select min((moment at time zone t.time_zone)::date) from public.tenant t where t.id = any (tenants)));
begin
    select array_agg(x.id), array_agg(greatest(least(coalesce(x.last + 1, x.born), before - 1), x.born, oldest)),
           array_agg(coalesce(x.last >= before - 1, false))
    into found, firsts, present
    from (
        select t.id,
               (select min((u.created_at at time zone t.time_zone)::date) from public.tenant_usage u
                where u.tenant_id = t.id and u.period_start = date '1970-01-01') as born,
               (select max(d.day) from public.tenant_usage_day d
                where d.tenant_id = t.id and d.peak is not null and d.day < before) as last
        from public.tenant t
        where t.id = any (tenants) and t.status <> 'purging'
    ) as x
    where x.born is not null;

    insert into public.tenant_usage_day as d (tenant_id, day, resource, quantity, peak, average)
    select l.tenant_id, l.day, l.resource, l.closing, l.peak, l.average
    from app.level_days(found, firsts, before, 'infinity') l
    order by l.tenant_id, l.day, l.resource
    on conflict on constraint tenant_usage_day_pkey do update
        set quantity = excluded.quantity, peak = excluded.peak, average = excluded.average;

    return query select * from unnest(found, present);
end
$$;
