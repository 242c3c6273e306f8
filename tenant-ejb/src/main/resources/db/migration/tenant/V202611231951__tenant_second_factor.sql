-- A second factor of accounts: one-time passwords by time (RFC 6238), and recovery codes for when the device is lost.

create table account_totp (
    account_id uuid primary key references account on delete cascade,
    secret     bytea       not null,
    last_step  bigint      not null,
    enabled_at timestamptz,
    created_at timestamptz not null
);
comment on column account_totp.secret is 'AES-GCM: nonce, then ciphertext; the key is not in the database';
comment on column account_totp.last_step is 'time step of the last code that was accepted: none is accepted twice';
comment on column account_totp.enabled_at is 'null until a first code has proven that the device has the secret';

create table account_recovery_code (
    account_id uuid not null references account on delete cascade,
    hash       text not null,
    used_at    timestamptz,
    primary key (account_id, hash)
);
comment on column account_recovery_code.hash is 'SHA-256; the codes have 80 random bits';

select app.share('account_totp', 'belongs to an account');
select app.share('account_recovery_code', 'belongs to an account');
-- jobs have no business with sign-in
revoke all on account_totp, account_recovery_code from tenantry_batch;
