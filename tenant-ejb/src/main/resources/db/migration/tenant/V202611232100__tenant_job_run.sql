-- What daily jobs have done: one row for each job, local day and time zone, and besides one for each run by hand.

create table job_run (
    id          uuid primary key,
    job         text        not null,
    day         date        not null,
    zone        text        not null,
    by_hand     boolean     not null,
    status      text        not null check (status in ('running', 'done', 'failed')),
    attempt     integer     not null default 1,
    node        text        not null,
    claimed_at  timestamptz not null,
    lease_until timestamptz not null,
    finished_at timestamptz,
    retry_at    timestamptz,
    due         bigint      not null default 0,
    done        bigint      not null default 0,
    already     bigint      not null default 0,
    failed      bigint      not null default 0,
    failures    jsonb       not null default '[]'
);
comment on column job_run.attempt is 'with the id it names a claim: who was overtaken has nothing to report';
comment on column job_run.lease_until is 'until when the claim holds unless it is renewed; these times are real ones';
comment on column job_run.failures is 'tenant and rule of what could not be done, the first of them only';
create unique index job_run_slot on job_run (job, zone, day) where not by_hand;
-- the last run of each job
create index job_run_claimed on job_run (job, claimed_at);

create table job_line (
    job      text not null,
    zone     text not null,
    next_day date not null,
    primary key (job, zone)
);
comment on table job_line is 'how far each job has come in each time zone in use';
comment on column job_line.next_day is 'the first day that is not done';

select app.share('job_run', 'runs of jobs over all tenants');
select app.share('job_line', 'days of jobs over all tenants');
revoke all on job_run, job_line from tenantry_app;

-- the zones in use, and the tenants of one
create index tenant_time_zone on tenant (time_zone);
