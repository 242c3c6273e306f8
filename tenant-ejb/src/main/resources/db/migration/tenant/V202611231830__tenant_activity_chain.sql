-- The activity log in monthly partitions, and the seals over its entries (ADR 15).

-- A transaction's number orders entries for good: what is below the oldest running transaction can gain no more of
-- them. The base lets the order go on in a database that counts its transactions anew, such as a restored one.
create table app.activity_base (
    only_one boolean primary key default true check (only_one),
    base     bigint not null
);
insert into app.activity_base (base) values (0);
grant select on app.activity_base to tenantry_app, tenantry_batch;

create function app.activity_position() returns bigint
    language sql volatile
    return (select b.base from app.activity_base b) + pg_current_xact_id()::text::bigint;
create function app.activity_horizon() returns bigint
    language sql stable
    return (select b.base from app.activity_base b) + pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
comment on function app.activity_horizon() is 'every transaction that wrote below it has ended';

alter table tenant_activity_log rename to tenant_activity_log_before;
alter table tenant_activity_log_before no force row level security;
drop index tenant_activity_log_time;
alter table tenant_activity_log_before drop constraint tenant_activity_log_pkey;

create table tenant_activity_log (
    tenant_id  uuid        not null references tenant,
    id         uuid        not null,
    created_at timestamptz not null,
    position   bigint      not null default app.activity_position(),
    actor_id   uuid,
    actor      text        not null,
    actor_kind text        not null check (actor_kind in ('user', 'platform', 'system', 'key')),
    acting_as  text,
    action     text        not null,
    entity     text        not null,
    entity_id  uuid,
    before     text,
    after      text,
    request_id text,
    version    bigint      not null,
    primary key (tenant_id, created_at, id)
) partition by range (created_at);
comment on column tenant_activity_log.before is 'JSON as written, kept to the letter';
comment on column tenant_activity_log.acting_as is 'as whom an administrator of the platform acted';
-- sealing and verifying
create index tenant_activity_log_position on tenant_activity_log (tenant_id, position, created_at, id);
-- which tenants have something to seal
create index tenant_activity_log_new on tenant_activity_log
    using brin (position) with (pages_per_range = 32, autosummarize = on);

-- for entries of months that have no partition: the test clock can be anywhere
create table tenant_activity_log_rest partition of tenant_activity_log default;
select app.protect('tenant_activity_log_rest');
revoke all on tenant_activity_log_rest from tenantry_app, tenantry_batch;
create policy upkeep on tenant_activity_log_rest to tenantry_owner using (true);
comment on policy upkeep on tenant_activity_log_rest is
    'reviewed: app.activity_partition moves entries to their month, app.keep_activity drops those of dropped months';

-- Makes a month's partition, with what is there of it already. It is as closed as the whole: the application reaches
-- it by way of the whole only.
create function app.activity_partition(month timestamptz) returns void
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
declare
    first timestamptz := date_trunc('month', month, 'UTC');
    next  timestamptz := (first at time zone 'UTC' + interval '1 month') at time zone 'UTC';
    name  text := 'tenant_activity_log_' || to_char(first at time zone 'UTC', '"y"YYYY"m"MM');
begin
    if to_regclass('public.' || name) is not null then
        return;
    end if;
    lock table tenant_activity_log_rest in access exclusive mode;
    execute format('create table public.%I (like tenant_activity_log including all)', name);
    execute format(
        'with moved as (
             delete from tenant_activity_log_rest where created_at >= %L and created_at < %L returning *
         )
         insert into public.%I select * from moved',
        first, next, name
    );
    execute format(
        'alter table tenant_activity_log attach partition public.%I for values from (%L) to (%L)', name, first, next
    );
    perform app.protect(format('public.%I', name)::regclass);
    execute format('revoke all on public.%I from tenantry_app, tenantry_batch', name);
end
$$;
revoke execute on function app.activity_partition(timestamptz) from public;

-- from before the first entry, so that each has its month
select app.activity_partition(m.month)
from (
    select date_trunc('month', created_at, 'UTC') from tenant_activity_log_before
    union
    select (date_trunc('month', now(), 'UTC') at time zone 'UTC' + make_interval(months => ahead)) at time zone 'UTC'
    from generate_series(0, 3) as ahead
) as m (month);

insert into tenant_activity_log (
    tenant_id, id, created_at, actor_id, actor, actor_kind, action, entity, entity_id, before, after, request_id, version
)
select tenant_id, id, created_at, actor_id, actor, actor_kind, action, entity, entity_id, before, after, request_id, version
from tenant_activity_log_before;
drop table tenant_activity_log_before;

select app.protect('tenant_activity_log');
revoke update, delete on tenant_activity_log from tenantry_app, tenantry_batch;
create policy upkeep on tenant_activity_log for select to tenantry_owner using (true);

create table tenant_activity_seal (
    tenant_id        uuid        not null references tenant,
    number           bigint      not null check (number > 0),
    previous         bytea       not null,
    listing          bytea       not null check (length(listing) > 0 and length(listing) % 56 = 0),
    last_position    bigint      not null,
    previous_through timestamptz,
    through          timestamptz not null,
    sealed_at        timestamptz not null,
    hash             bytea       not null,
    primary key (tenant_id, number)
);
comment on table tenant_activity_seal is 'a link of the chain over the activity log; covers the entries after the link before it';
comment on column tenant_activity_seal.previous is 'the hash of the link before';
comment on column tenant_activity_seal.listing is '56 bytes for each entry, in order: id, time in microseconds, SHA-256';
comment on column tenant_activity_seal.last_position is 'of the last entry';
comment on column tenant_activity_seal.through is 'no entry of this link or one before it is of a later time';
comment on column tenant_activity_seal.hash is 'HMAC of all of the above with a key that is not in the database';
select app.protect('tenant_activity_seal');
revoke update, delete on tenant_activity_seal from tenantry_app, tenantry_batch;
create policy upkeep_read on tenant_activity_seal for select to tenantry_owner using (true);
create policy upkeep_drop on tenant_activity_seal for delete to tenantry_owner using (true);
comment on policy upkeep_drop on tenant_activity_seal is
    'reviewed: app.keep_activity drops the links over dropped months';

create table tenant_activity_head (
    tenant_id     uuid   not null references tenant,
    number        bigint not null check (number >= 0),
    last_position bigint not null,
    mac           bytea  not null,
    primary key (tenant_id)
);
comment on table tenant_activity_head is 'how long the chain is, so that its end cannot be cut off unseen; locked by whoever seals';
select app.protect('tenant_activity_head');
revoke delete on tenant_activity_head from tenantry_app, tenantry_batch;
create policy upkeep on tenant_activity_head for select to tenantry_owner using (true);

create table activity_retention (
    until timestamptz primary key,
    mac   bytea not null
);
comment on table activity_retention is 'entries before this time were dropped by us; the MAC shows that it was us';
select app.share('activity_retention', 'the same months are dropped for all tenants');
revoke update, delete on activity_retention from tenantry_app, tenantry_batch;

create table activity_sealing (
    only_one     boolean primary key default true check (only_one),
    since        bigint      not null,
    leased_until timestamptz not null
);
comment on table activity_sealing is 'up to where all tenants are sealed, and which node is at it';
insert into activity_sealing (since, leased_until) values (0, '-infinity');
select app.share('activity_sealing', 'one pass goes over all tenants');
revoke insert, delete on activity_sealing from tenantry_app, tenantry_batch;

create function app.tenants_with_activity(first bigint, beyond bigint) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select distinct l.tenant_id from tenant_activity_log l where l.position >= first and l.position < beyond
$$;
comment on function app.tenants_with_activity(bigint, bigint) is
    'reviewed: names the tenants that have entries to seal, and nothing of the entries';
revoke execute on function app.tenants_with_activity(bigint, bigint) from public;
grant execute on function app.tenants_with_activity(bigint, bigint) to tenantry_app;

create function app.keep_activity(keep_from timestamptz) returns timestamptz
    language plpgsql security definer set lock_timeout = '2s' set search_path = pg_catalog, public, pg_temp
as $$
declare
    first_kept timestamptz := date_trunc('month', least(keep_from, now() - interval '3 months'), 'UTC');
    month      timestamptz := date_trunc('month', now(), 'UTC');
    part       text;
begin
    -- nodes one after the other
    perform pg_advisory_xact_lock(hashtextextended('app.keep_activity', 0));
    for ahead in 0..3 loop
        perform app.activity_partition((month at time zone 'UTC' + make_interval(months => ahead)) at time zone 'UTC');
    end loop;
    for part in
        select c.relname
        from pg_inherits i
        join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'tenant_activity_log'::regclass
          and c.relname ~ '^tenant_activity_log_y\d{4}m\d{2}$'
          and to_date(right(c.relname, 7), 'YYYY"m"MM') < (first_kept at time zone 'UTC')::date
    loop
        execute format('drop table public.%I', part);
    end loop;
    delete from tenant_activity_log_rest where created_at < first_kept;
    -- the newest link of each chain stays: the next one follows it
    delete from tenant_activity_seal s
    where s.through < first_kept
      and s.number < (select h.number from tenant_activity_head h where h.tenant_id = s.tenant_id);
    return first_kept;
end
$$;
comment on function app.keep_activity(timestamptz) is
    'reviewed: makes the partitions of the next months and drops whole months of the activity log, none of the last three';
revoke execute on function app.keep_activity(timestamptz) from public;
grant execute on function app.keep_activity(timestamptz) to tenantry_app;

create function app.rebase_activity() returns void
    language sql
as $$
    update app.activity_base
    set base = h.last_position + 1 - pg_current_xact_id()::text::bigint
    from (select max(last_position) as last_position from tenant_activity_head) as h
    where h.last_position >= app.activity_position();
    -- beyond what this database has counted: look at every tenant anew
    update activity_sealing set since = 0 where since > app.activity_horizon()
$$;
revoke execute on function app.rebase_activity() from public;
