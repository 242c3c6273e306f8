-- How a tenant's life goes on, its own settings, and finding it among many.

alter table tenant
    drop constraint tenant_status_check,
    add constraint tenant_status_check
        check (status in ('trial', 'active', 'pastDue', 'suspended', 'closing', 'purging')),
    -- compared byte by byte: one index serves equality, order and prefix
    alter column slug type text collate "C",
    add column name_key text collate "C" not null default '',
    add column resume_to text check (resume_to in ('trial', 'active', 'pastDue')),
    add column purge_after timestamptz,
    add check (status <> 'closing' or purge_after is not null),
    add column locale text not null default 'en' check (locale in ('en', 'es')),
    add column time_zone text not null default 'UTC' check (length(time_zone) between 1 and 60),
    add column contact_email text check (length(contact_email) between 3 and 320);
comment on column tenant.name_key is 'the name folded to lower case: what searching and sorting compare';
comment on column tenant.resume_to is 'suspended and closing: the status before';
comment on column tenant.purge_after is 'closing: when the grace is over; by the real time, since a purge is final';
comment on column tenant.time_zone is 'of its billing days, as in the IANA database';
update tenant set name_key = lower(name);

-- the administrator's list: each filter and each order
create index tenant_status_created on tenant (status, created_at, id);
create index tenant_plan_created on tenant (plan_id, created_at, id);
create index tenant_name on tenant (name_key, id);
-- the overview: trials that end soon, and live sessions
create index tenant_trial_end on tenant (trial_ends_at) where status = 'trial';
create index account_session_live on account_session (expires_at) where ended_at is null;
-- what points at a tenant is asked when it goes
create index account_last_tenant on account (last_tenant_id) where last_tenant_id is not null;
create index account_session_tenant on account_session (current_tenant) where current_tenant is not null;

-- Whoever asks for it: rows go only of a tenant whose grace is over, and there is no way back.
create function app.guard_purging() returns trigger
    language plpgsql
as $$
begin
    if old.status = 'purging' or old.status <> 'closing' or old.purge_after is null or old.purge_after > now() then
        raise check_violation using message = 'only a tenant that is closing is purged, after its grace';
    end if;
    return new;
end
$$;
create trigger tenant_purging before update of status on tenant for each row
    when (old.status is distinct from new.status and 'purging' in (old.status, new.status))
    execute function app.guard_purging();
