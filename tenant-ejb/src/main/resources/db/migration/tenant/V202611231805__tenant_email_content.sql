-- What tenants decide about their e-mail.

create table tenant_email_settings (
    tenant_id      uuid        not null references tenant,
    id             uuid        not null,
    sender_name    text check (length(sender_name) between 1 and 100),
    sender_address text,
    reply_to       text,
    footer         text check (length(footer) between 1 and 1000),
    created_at     timestamptz not null,
    version        bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id)
);

-- Versions are added and never changed; the one with the highest number is in force.
create table tenant_email_template (
    tenant_id  uuid        not null references tenant,
    id         uuid        not null,
    key        text        not null,
    language   text        not null,
    no         bigint      not null check (no > 0),
    subject    text,
    text_body  text,
    html_body  text,
    created_by text        not null,
    created_at timestamptz not null,
    version    bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, key, language, no),
    check ((subject is null) = (text_body is null) and (subject is null) = (html_body is null))
);
comment on column tenant_email_template.subject is 'null, like the bodies: the default is in force again';

select app.protect('tenant_email_settings');
select app.protect('tenant_email_template');
revoke update on tenant_email_template from tenantry_app, tenantry_batch;
