-- Files that are attached to rows of any module. Their bytes are here, or in a store outside (ADR 31).

create table attachment (
    tenant_id  uuid        not null references tenant,
    id         uuid        not null,
    entity     text        not null,
    entity_id  uuid        not null,
    name       text        not null check (length(name) between 1 and 200),
    media_type text        not null,
    size       bigint      not null check (size > 0),
    sha256     text        not null,
    store      text        not null,
    status     text        not null check (status in ('uploading', 'stored', 'deleting')),
    touched_at timestamptz not null,
    created_by text        not null,
    created_at timestamptz not null,
    version    bigint      not null,
    primary key (tenant_id, id)
);
comment on column attachment.media_type is 'what its bytes say';
comment on column attachment.store is 'where its bytes are: postgres, s3';
comment on column attachment.status is 'uploading, deleting: its bytes may be there or not; only stored ones are shown';
comment on column attachment.touched_at is 'when it came into its status, by the real time';
-- what is attached to a row, and whether that may be deleted
create index attachment_entity on attachment (tenant_id, entity, entity_id, created_at, id);
-- what was left half done
create index attachment_unfinished on attachment (touched_at) where status <> 'stored';
select app.protect('attachment');

create table attachment_chunk (
    tenant_id     uuid    not null,
    attachment_id uuid    not null,
    n             integer not null check (n >= 0),
    data          bytea   not null,
    primary key (tenant_id, attachment_id, n),
    foreign key (tenant_id, attachment_id) references attachment (tenant_id, id) on delete cascade
);
comment on column attachment_chunk.n is 'counts the parts of a file from 0';
-- pictures and documents are compressed already
alter table attachment_chunk alter column data set storage external;
select app.protect('attachment_chunk');

-- What a foreign key would do, were there one table to refer to: nothing is attached to a row that is not there, nor to one
-- that is being deleted.
create function app.require_attached() returns trigger
    language plpgsql
as $$
declare
    found_row integer;
begin
    execute format('select 1 from %s where tenant_id = $1 and id = $2 for key share', tg_argv[0])
        into found_row using new.tenant_id, new.entity_id;
    if found_row is null then
        raise foreign_key_violation using message = 'nothing there to attach to';
    end if;
    return null;
end
$$;

-- A row goes after its files, so that none is lost by mistake. Those of a tenant that is purged go in any order.
create function app.keep_attached() returns trigger
    language plpgsql
as $$
begin
    if exists (
        select from attachment a
        where a.tenant_id = old.tenant_id and a.entity = tg_argv[0] and a.entity_id = old.id and a.status <> 'deleting'
    ) and not exists (select from tenant t where t.id = old.tenant_id and t.status = 'purging') then
        raise foreign_key_violation using message = 'files are attached to it';
    end if;
    return old;
end
$$;

-- Lets files be attached to the rows of a protected table. Its module also names the entity in a bean.
create function app.attachable(target regclass, entity text) returns void
    language plpgsql
as $$
begin
    execute format(
        'create trigger attached before delete on %s for each row execute function app.keep_attached(%L)',
        target, entity
    );
    execute format(
        'create trigger %I after insert on attachment for each row when (new.entity = %L)
             execute function app.require_attached(%L)',
        'attached_to_' || entity, entity, target::text
    );
end
$$;
revoke execute on function app.attachable(regclass, text) from public;
