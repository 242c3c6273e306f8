-- Who signs in with an identity provider of the operator's.

create table account_identity (
    issuer     text        not null,
    subject    text        not null,
    account_id uuid        not null references account on delete cascade,
    created_at timestamptz not null,
    primary key (issuer, subject),
    unique (account_id, issuer)
);
comment on table account_identity is 'linked when somebody first comes with a proven address; from then on the address no longer counts';

select app.share('account_identity', 'belongs to an account');
-- jobs have no business with sign-in
revoke all on account_identity from tenantry_batch;
