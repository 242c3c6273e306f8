-- The outbox: e-mail is written in the transaction of what it reports, and sent once that is committed.

create table tenant_email (
    tenant_id  uuid        not null references tenant,
    id         uuid        not null,
    key        text        not null,
    language   text        not null,
    recipient  text        not null,
    variables  text,
    attempts   integer     not null default 0,
    due_at     timestamptz not null,
    state      text        not null default 'waiting' check (state in ('waiting', 'sent', 'dead')),
    last_error text,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    check ((state = 'waiting') = (variables is not null))
);
comment on column tenant_email.variables is 'JSON; may hold links with secrets, so it goes when the e-mail is sent or given up';
comment on column tenant_email.due_at is
    'waiting: when it may be taken for sending, which puts it off for as long as one attempt may last; else: when the row goes';
-- what is to be done now
create index tenant_email_due on tenant_email (due_at);
create index tenant_email_next on tenant_email (tenant_id, state, due_at);

create table platform_email (
    id         uuid primary key,
    key        text        not null,
    language   text        not null,
    recipient  text        not null,
    variables  text,
    attempts   integer     not null default 0,
    due_at     timestamptz not null,
    state      text        not null default 'waiting' check (state in ('waiting', 'sent', 'dead')),
    last_error text,
    created_at timestamptz not null,
    check ((state = 'waiting') = (variables is not null))
);
create index platform_email_next on platform_email (state, due_at);

select app.protect('tenant_email');
select app.share('platform_email', 'to people in no tenant: who signs up has none yet, and a password is an account''s');
-- jobs write e-mail by the tenant, and have no business with links that carry secrets
revoke all on tenant_email, platform_email from tenantry_batch;

-- The worker's question: for which tenants is there something to do? Asked with the rights of the owner, to whom this
-- policy alone opens the table.
create policy due on tenant_email for select to tenantry_owner using (true);
create function app.tenants_with_due_email(at timestamptz, most integer)
    returns table (tenant_id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    select e.tenant_id from tenant_email e where e.due_at <= at group by e.tenant_id order by min(e.due_at) limit most
$$;
comment on function app.tenants_with_due_email(timestamptz, integer) is
    'reviewed: tells the sender of e-mail which tenants to work for; returns ids and nothing else';
revoke execute on function app.tenants_with_due_email(timestamptz, integer) from public;
grant execute on function app.tenants_with_due_email(timestamptz, integer) to tenantry_app;
