-- The end of a tenant: its rows go from every table, and the proof of it stays.

create table tenant_purge (
    id           uuid primary key,
    slug         text collate "C" not null unique,
    started_at   timestamptz not null,
    started_by   text        not null,
    finished_at  timestamptz,
    rows_removed bigint      not null default 0,
    rows_left    bigint
);
comment on column tenant_purge.id is 'of the tenant that was';
comment on column tenant_purge.rows_left is 'counted when nothing more could be removed; null: not counted yet';
-- GET /api/admin/purges, newest first
create index tenant_purge_started on tenant_purge (started_at, id);

create table tenant_purge_table (
    purge_id     uuid   not null references tenant_purge,
    name         text   not null,
    rows_removed bigint not null default 0,
    rows_left    bigint,
    primary key (purge_id, name)
);

create table tenant_purge_account (
    purge_id   uuid not null references tenant_purge,
    account_id uuid not null references account on delete cascade,
    primary key (purge_id, account_id)
);
create index tenant_purge_account_account on tenant_purge_account (account_id);
comment on table tenant_purge_account is 'members of a tenant while it is purged: who has no other tenant goes with it';

select app.share('tenant_purge', 'the proof that a tenant''s rows are gone outlives the tenant');
select app.share('tenant_purge_table', 'part of tenant_purge');
select app.share('tenant_purge_account', 'accounts that may go with their last tenant');
-- a proof is written by app.purge alone
revoke insert, update, delete on tenant_purge, tenant_purge_table from tenantry_app, tenantry_batch;
revoke all on tenant_purge_account from tenantry_app, tenantry_batch;

-- A plan made for one tenant goes with it.
alter table tenant_plan
    drop constraint tenant_plan_reserved_for_fkey,
    add foreign key (reserved_for) references tenant on delete cascade;
alter table tenant_plan_feature
    drop constraint tenant_plan_feature_plan_id_fkey,
    add foreign key (plan_id) references tenant_plan on delete cascade;
alter table tenant_plan_limit
    drop constraint tenant_plan_limit_plan_id_fkey,
    add foreign key (plan_id) references tenant_plan on delete cascade;

-- A tenant's address never changes hands. After the insert: only then has the unique key waited for a purge that is
-- about to commit.
create function app.keep_slugs() returns trigger
    language plpgsql
as $$
begin
    if exists (select from tenant_purge p where p.slug = new.slug and p.id <> new.id) then
        raise unique_violation using message = 'the slug was another tenant''s';
    end if;
    return null;
end
$$;
create trigger tenant_slug_kept after insert or update of slug on tenant for each row
    execute function app.keep_slugs();

-- Every table with a column tenant_id, those first that refer to others; partitions go by their parent.
create function app.purge_order() returns table (source regclass, key text, refers_to_itself boolean)
    language sql stable set search_path = pg_catalog, public, pg_temp
as $$
    with recursive source as (
        select c.oid from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    ), reference as (
        select distinct k.conrelid as child, k.confrelid as parent
        from pg_constraint k
        where k.contype = 'f' and k.conrelid in (select oid from source) and k.confrelid in (select oid from source)
    ), depth as (
        select s.oid as source, 0 as n from source s
        union
        select r.child, d.n + 1 from depth d
        join reference r on r.parent = d.source and r.child <> r.parent
        where d.n < 50
    )
    select d.source::regclass,
           (select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
            from pg_index i
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
            where i.indrelid = d.source and i.indisprimary),
           exists (select from reference r where r.child = d.source and r.parent = d.source)
    from depth d
    group by d.source
    order by max(d.n) desc, d.source::regclass::text
$$;

-- Removes rows of a tenant from one table, at most so many, by its primary key. All at once where rows refer to others of
-- the same table: a part could leave some behind whose reference is gone.
create function app.purge_rows(source regclass, key text, target uuid, most bigint) returns bigint
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
declare
    removed bigint;
begin
    if key is null or most is null then
        execute format('delete from %s where tenant_id = $1', source) using target;
    else
        execute format(
            'delete from %1$s where tenant_id = $1 and (%2$s) in (select %2$s from %1$s where tenant_id = $1 limit $2)',
            source, key
        ) using target, most;
    end if;
    get diagnostics removed = row_count;
    if removed > 0 then
        insert into tenant_purge_table as t (purge_id, name, rows_removed) values (target, source::text, removed)
        on conflict (purge_id, name) do update set rows_removed = t.rows_removed + excluded.rows_removed;
        update tenant_purge set rows_removed = rows_removed + removed where id = target;
    end if;
    return removed;
end
$$;

-- A person who belonged to no other tenant. Where rows of other tenants still name the account, it becomes nobody's.
create function app.forget_account(person uuid) returns void
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
    -- whoever is just joining another tenant holds the account: wait, and then look again
    perform 1 from account where id = person for update;
    if exists (select from tenant_user u where u.account_id = person) then
        return;
    end if;
    delete from account where id = person;
exception
    when foreign_key_violation then
        delete from account_session where account_id = person;
        delete from account_identity where account_id = person;
        delete from account_totp where account_id = person;
        delete from account_recovery_code where account_id = person;
        update account
        set email = person || '@removed.invalid', email_key = person || '@removed.invalid', display_name = '-',
            password_hash = '-', disabled_at = now(), version = version + 1
        where id = person;
end
$$;

-- Counts what still names the tenant in one place, and notes it in the proof.
create function app.count_left(target uuid, source regclass, named_by name) returns bigint
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
declare
    place text := source::text || case named_by when 'tenant_id' then '' else '.' || named_by end;
    remaining bigint;
begin
    execute format('select count(*) from %s where %I = $1', source, named_by) into remaining using target;
    insert into tenant_purge_table as t (purge_id, name, rows_left) values (target, place, remaining)
    on conflict (purge_id, name) do update set rows_left = excluded.rows_left;
    update tenant_purge set rows_left = coalesce(rows_left, 0) + remaining where id = target;
    return remaining;
end
$$;

-- Removes at most so many rows of a tenant that is being purged, and answers whether there may be 'more'. When none can be
-- removed any more, counts: with rows 'left' the tenant stays; otherwise it goes, and 'finished' is the answer. 'busy':
-- another node is at it, or it is not being purged. Each call is a transaction of its own, so one that is killed is
-- simply called again.
create function app.purge(target uuid, most integer, actor text) returns text
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    target_slug text;
    place record;
    removed bigint := 0;
    remaining bigint := 0;
begin
    select t.slug into target_slug from tenant t
    where t.id = target and t.status = 'purging'
    for update skip locked;
    if not found then
        return 'busy';
    end if;

    insert into tenant_purge (id, slug, started_at, started_by) values (target, target_slug, now(), actor)
    on conflict (id) do nothing;
    if found then
        insert into tenant_purge_account (purge_id, account_id)
        select distinct target, u.account_id from tenant_user u where u.tenant_id = target;
    end if;

    for place in select * from app.purge_order() loop
        removed := removed + app.purge_rows(
            place.source, place.key, target, case when not place.refers_to_itself then most - removed end);
        if removed >= most then
            return 'more';
        end if;
    end loop;

    -- as long as it is being purged: its rows are out of the owner's sight afterwards
    update tenant_purge set rows_left = 0 where id = target;
    for place in select * from app.purge_order() loop
        remaining := remaining + app.count_left(target, place.source, 'tenant_id');
    end loop;
    if remaining > 0 then
        return 'left';
    end if;

    for place in
        select a.account_id from tenant_purge_account a
        join account p on p.id = a.account_id
        where a.purge_id = target and not p.platform_admin
          and not exists (select from tenant_user u where u.account_id = a.account_id)
    loop
        perform app.forget_account(place.account_id);
    end loop;
    delete from tenant_purge_account where purge_id = target;
    delete from tenant where id = target;

    for place in
        select k.conrelid::regclass as source, a.attname as named_by
        from pg_constraint k
        join pg_class c on c.oid = k.conrelid and not c.relispartition
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1] and a.attname <> 'tenant_id'
        where k.contype = 'f' and k.confrelid = 'tenant'::regclass
    loop
        remaining := remaining + app.count_left(target, place.source, place.named_by);
    end loop;
    if remaining > 0 then
        raise exception 'rows still name the tenant';
    end if;
    update tenant_purge set finished_at = now() where id = target;
    return 'finished';
end
$$;
comment on function app.purge(uuid, integer, text) is
    'reviewed: deletes rows of a tenant with status purging, which the trigger tenant_purging lets only a tenant have whose grace is over; returns nothing of them';
revoke execute on function app.purge_order(), app.purge_rows(regclass, text, uuid, bigint), app.forget_account(uuid),
    app.count_left(uuid, regclass, name), app.purge(uuid, integer, text) from public;
grant execute on function app.purge(uuid, integer, text) to tenantry_app;
