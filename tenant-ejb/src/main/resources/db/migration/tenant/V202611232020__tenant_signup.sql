-- What an e-mail's link leads to before anybody is signed in: a new password, a new tenant.

create table password_reset (
    account_id    uuid primary key references account on delete cascade,
    hash          text        not null unique,
    password_mark text        not null,
    expires_at    timestamptz not null
);
comment on table password_reset is 'of each account the last one asked for: it makes those before void';
comment on column password_reset.hash is 'SHA-256; the token is in the e-mail only';
comment on column password_reset.password_mark is
    'SHA-256 of the password hash as it was: any change of the password makes the token void';
create index password_reset_expires on password_reset (expires_at);

create table signup_request (
    hash          text primary key,
    organization  text        not null check (length(organization) between 1 and 200),
    slug          text        not null,
    plan          text        not null,
    display_name  text        not null check (length(display_name) between 1 and 200),
    email         text        not null,
    password_hash text        not null,
    expires_at    timestamptz not null
);
comment on table signup_request is 'sign-ups whose address is not proven; several may want the same slug or address';
comment on column signup_request.hash is 'SHA-256; the token is in the e-mail only';
create index signup_request_expires on signup_request (expires_at);

select app.share('password_reset', 'belongs to an account');
select app.share('signup_request', 'its tenant does not exist yet');
-- jobs have no business with sign-in
revoke all on password_reset, signup_request from tenantry_batch;

-- removing what is long over; tokens go with their session
create index account_session_expires on account_session (expires_at);
create index account_session_ended on account_session (ended_at) where ended_at is not null;
create index refresh_token_session on refresh_token (session_id);
create index tenant_impersonation_session on tenant_impersonation (parent_session);
create index login_throttle_window on login_throttle (window_starts);
