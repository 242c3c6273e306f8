-- Invoices, what they were made from, and how they were settled.

create table invoice_series (
    code   text primary key,
    prefix text   not null,
    last   bigint not null default 0 check (last >= 0)
);
comment on table invoice_series is 'the last number given; its row is locked until the invoice is committed, so numbers have no gap';
insert into invoice_series (code, prefix) values ('invoice', 'INV-'), ('creditNote', 'CN-');

create table invoice (
    tenant_id      uuid           not null references tenant,
    id             uuid           not null,
    kind           text           not null check (kind in ('period', 'change', 'final', 'manual', 'creditNote')),
    occasion       text           not null default '',
    status         text           not null check (status in ('draft', 'open', 'paid', 'void', 'uncollectible')),
    number         text,
    currency       text           not null check (currency ~ '^[A-Z]{3}$'),
    plan_id        uuid           not null references tenant_plan,
    period_start   date           not null,
    period_end     date           not null,
    subtotal       numeric(24, 4) not null,
    tax            numeric(24, 4) not null,
    total          numeric(24, 4) not null check (total = subtotal + tax and total >= 0),
    credit_applied numeric(24, 4) not null check (credit_applied between 0 and total),
    amount_paid    numeric(24, 4) not null default 0 check (amount_paid >= 0),
    taxes          text           not null check (jsonb_typeof(taxes::jsonb) = 'array'),
    seller         text           not null check (jsonb_typeof(seller::jsonb) = 'object'),
    buyer          text           not null check (jsonb_typeof(buyer::jsonb) = 'object'),
    corrects_id    uuid,
    issued_at      timestamptz,
    issued_on      date,
    due_on         date,
    settled_at     timestamptz,
    created_at     timestamptz    not null,
    version        bigint         not null,
    primary key (tenant_id, id),
    unique (tenant_id, kind, period_start, occasion),
    unique (tenant_id, number),
    foreign key (tenant_id, corrects_id) references invoice (tenant_id, id),
    check ((status = 'draft') = (number is null)),
    check ((number is null) = (issued_on is null)),
    check ((kind = 'creditNote') = (corrects_id is not null))
);
comment on column invoice.occasion is 'tells apart what may happen more than once on a day, such as changes of plan';
comment on column invoice.taxes is 'groups: [{name, percent, treatment, net, tax}]';
comment on column invoice.issued_on is 'local day of the tenant';
-- GET /api/billing/invoices, newest first
create index invoice_created on invoice (tenant_id, created_at, id);
-- dunning, and what is owed
create index invoice_open on invoice (due_on, tenant_id) where status = 'open';
create index invoice_corrects on invoice (tenant_id, corrects_id) where corrects_id is not null;

create table invoice_line (
    tenant_id  uuid           not null references tenant,
    id         uuid           not null,
    invoice_id uuid           not null,
    position   integer        not null check (position >= 0),
    kind       text           not null check (kind in ('base', 'overage', 'proration', 'credit', 'tax', 'adjustment')),
    text_key   text           not null,
    text_args  text           not null check (jsonb_typeof(text_args::jsonb) = 'array'),
    resource   text,
    quantity   numeric,
    unit_price numeric,
    amount     numeric(24, 4) not null,
    starts     date,
    ends       date,
    steps      text check (jsonb_typeof(steps::jsonb) = 'array'),
    created_at timestamptz    not null,
    version    bigint         not null,
    primary key (tenant_id, id),
    unique (tenant_id, invoice_id, position),
    foreign key (tenant_id, invoice_id) references invoice (tenant_id, id)
);
comment on column invoice_line.text_key is 'in the bundle messages/billing: a line is put into words when it is read';
comment on column invoice_line.steps is 'how an overage comes about, tier by tier';

create table billed_usage (
    tenant_id  uuid           not null references tenant,
    id         uuid           not null,
    invoice_id uuid           not null,
    resource   text           not null,
    plan_id    uuid           not null references tenant_plan,
    starts     date           not null,
    ends       date           not null,
    cycle_days integer        not null check (cycle_days > 0),
    used       numeric        not null check (used >= 0),
    included   numeric        not null check (included >= 0),
    amount     numeric(24, 4) not null,
    created_at timestamptz    not null,
    version    bigint         not null,
    primary key (tenant_id, id),
    unique (tenant_id, resource, starts, invoice_id),
    foreign key (tenant_id, invoice_id) references invoice (tenant_id, id)
);
comment on table billed_usage is 'what was priced, also if it cost nothing: usage that comes late is priced against it';

create table credit_grant (
    tenant_id  uuid           not null references tenant,
    id         uuid           not null,
    currency   text           not null check (currency ~ '^[A-Z]{3}$'),
    amount     numeric(24, 4) not null check (amount > 0),
    remaining  numeric(24, 4) not null check (remaining between 0 and amount),
    source     text           not null check (source in ('grant', 'proration', 'refund', 'creditNote')),
    reason     text           not null check (length(reason) between 1 and 500),
    expires_on date,
    created_at timestamptz    not null,
    version    bigint         not null,
    primary key (tenant_id, id)
);
-- what can be applied, and what expires
create index credit_grant_left on credit_grant (tenant_id, expires_on, created_at) where remaining > 0;

create table credit_entry (
    tenant_id  uuid           not null references tenant,
    id         uuid           not null,
    grant_id   uuid           not null,
    kind       text           not null check (kind in ('granted', 'applied', 'returned', 'expired', 'revoked')),
    amount     numeric(24, 4) not null check (amount <> 0),
    invoice_id uuid,
    actor      text           not null,
    created_at timestamptz    not null,
    version    bigint         not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, grant_id) references credit_grant (tenant_id, id),
    foreign key (tenant_id, invoice_id) references invoice (tenant_id, id)
);
comment on table credit_entry is 'the ledger: entries are added, never changed; their sum is the balance';
create index credit_entry_time on credit_entry (tenant_id, created_at, id);
create index credit_entry_grant on credit_entry (tenant_id, grant_id);

create table payment (
    tenant_id   uuid           not null references tenant,
    id          uuid           not null,
    invoice_id  uuid           not null,
    amount      numeric(24, 4) not null check (amount > 0),
    currency    text           not null check (currency ~ '^[A-Z]{3}$'),
    method      text           not null check (length(method) between 1 and 40),
    reference   text           not null check (length(reference) between 1 and 200),
    received_at timestamptz    not null,
    created_at  timestamptz    not null,
    version     bigint         not null,
    primary key (tenant_id, id),
    unique (tenant_id, method, reference),
    foreign key (tenant_id, invoice_id) references invoice (tenant_id, id)
);
create index payment_invoice on payment (tenant_id, invoice_id);

create table dunning_step (
    tenant_id  uuid        not null references tenant,
    id         uuid        not null,
    invoice_id uuid        not null,
    step       text        not null,
    created_at timestamptz not null,
    version    bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, invoice_id, step),
    foreign key (tenant_id, invoice_id) references invoice (tenant_id, id)
);
comment on table dunning_step is 'what was done about an invoice that is not paid; each step once';

create table invoice_document (
    tenant_id  uuid        not null references tenant,
    id         uuid        not null,
    invoice_id uuid        not null,
    locale     text        not null check (locale in ('en', 'es')),
    content    bytea       not null,
    sha256     bytea       not null,
    created_at timestamptz not null,
    version    bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, invoice_id, locale),
    foreign key (tenant_id, invoice_id) references invoice (tenant_id, id)
);
comment on table invoice_document is 'the PDF as it was first handed out; it stays the same';

select app.protect(name::regclass)
from unnest(array[
    'invoice', 'invoice_line', 'billed_usage', 'credit_grant', 'credit_entry', 'payment', 'dunning_step', 'invoice_document'
]) as name;
select app.share('invoice_series', 'the numbers of the one who issues the invoices');
revoke insert, update, delete on invoice_series from tenantry_app, tenantry_batch;
grant update (last) on invoice_series to tenantry_app, tenantry_batch;

-- what has happened stays as it was written
revoke update, delete on credit_entry, payment, dunning_step, invoice_document, billed_usage
    from tenantry_app, tenantry_batch;
revoke delete on credit_grant from tenantry_app, tenantry_batch;

-- Whoever asks for it: once it has a number, an invoice says what it said. A purge, by the owner, takes it whole.
create function app.guard_invoice() returns trigger
    language plpgsql
as $$
begin
    if current_user = 'tenantry_owner' then
        return coalesce(new, old);
    end if;
    if tg_op = 'UPDATE' and old.number is null then
        return new;
    end if;
    if tg_op = 'DELETE' and old.number is null then
        return old;
    end if;
    if tg_op = 'UPDATE'
        and (to_jsonb(new) - array['status', 'amount_paid', 'settled_at', 'version'])
            = (to_jsonb(old) - array['status', 'amount_paid', 'settled_at', 'version'])
        and new.status <> 'draft' then
        return new;
    end if;
    raise check_violation using message = 'a finalized invoice never changes';
end
$$;
create trigger invoice_finalized before update or delete on invoice
    for each row execute function app.guard_invoice();

create function app.guard_invoice_line() returns trigger
    language plpgsql
as $$
begin
    if current_user = 'tenantry_owner' or exists (
        select from invoice i
        where i.tenant_id = coalesce(new.tenant_id, old.tenant_id) and i.id = coalesce(new.invoice_id, old.invoice_id)
            and (i.number is null or (tg_op = 'INSERT' and i.xmin = pg_current_xact_id()::xid))
    ) then
        return coalesce(new, old);
    end if;
    raise check_violation using message = 'a finalized invoice never changes';
end
$$;
create trigger invoice_line_finalized before insert or update or delete on invoice_line
    for each row execute function app.guard_invoice_line();
