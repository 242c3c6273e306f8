-- How a tenant looks.

create table tenant_branding (
    tenant_id       uuid        not null references tenant,
    id              uuid        not null,
    display_name    text        not null check (length(display_name) between 1 and 200),
    primary_color   text        not null check (primary_color ~ '^#[0-9a-f]{6}$'),
    secondary_color text        not null check (secondary_color ~ '^#[0-9a-f]{6}$'),
    accent_color    text        not null check (accent_color ~ '^#[0-9a-f]{6}$'),
    theme           text        not null check (theme in ('light', 'dark', 'auto')),
    custom_css      text        not null,
    applied_css     text        not null,
    created_at      timestamptz not null,
    version         bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id)
);
comment on column tenant_branding.custom_css is 'as its author wrote it; never sent to a browser as a style sheet';
comment on column tenant_branding.applied_css is 'what of it is harmless';

create table tenant_branding_image (
    tenant_id  uuid        not null references tenant,
    id         uuid        not null,
    kind       text        not null check (kind in ('logo', 'favicon')),
    media_type text        not null check (media_type in ('image/png', 'image/jpeg', 'image/svg+xml')),
    content    bytea       not null,
    hash       text        not null,
    created_at timestamptz not null,
    version    bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, kind)
);
comment on column tenant_branding_image.content is 'written by us, never the bytes that were sent';

select app.protect('tenant_branding');
select app.protect('tenant_branding_image');
