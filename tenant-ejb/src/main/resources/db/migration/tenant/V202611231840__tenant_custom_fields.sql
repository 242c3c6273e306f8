-- Fields that a tenant adds to its rows, and their values.

create table tenant_custom_field (
    tenant_id  uuid        not null references tenant,
    id         uuid        not null,
    entity     text        not null,
    key        text        not null check (key ~ '^[a-z][A-Za-z0-9]{0,39}$'),
    label      text        not null check (length(label) between 1 and 100),
    type       text        not null check (type in ('text', 'number', 'boolean', 'date', 'select')),
    required   boolean     not null,
    is_unique  boolean     not null,
    options    text        not null,
    position   integer     not null,
    created_at timestamptz not null,
    version    bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, entity, key),
    check ((type = 'select') = (options <> ''))
);
comment on column tenant_custom_field.options is 'what a select chooses from, one in a line';
-- GET /api/custom-fields
create index tenant_custom_field_position on tenant_custom_field (tenant_id, position, id);

create table tenant_custom_value (
    tenant_id     uuid        not null references tenant,
    id            uuid        not null,
    entity        text        not null,
    entity_id     uuid        not null,
    field_id      uuid        not null,
    text_value    text check (length(text_value) between 1 and 500),
    number_value  numeric(30, 10),
    number_key    text collate "C"
        generated always as (lpad(cast(number_value + 100000000000000000000 as text), 32, '0')) stored,
    boolean_value boolean,
    date_value    date,
    unique_key    text,
    created_at    timestamptz not null,
    version       bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, entity_id, field_id),
    foreign key (tenant_id, field_id) references tenant_custom_field (tenant_id, id),
    check (num_nonnulls(text_value, number_value, boolean_value, date_value) = 1)
);
comment on table tenant_custom_value is 'a row''s value of a field, in the column of the field''s type';
comment on column tenant_custom_value.number_key is
    'in the order of the numbers: row-level security lets no comparison of numerics into an index, as it is not leakproof';
comment on column tenant_custom_value.unique_key is 'the value as text if the field is unique, else null';

-- two rows never have the same value of a unique field, whoever comes at once
create unique index tenant_custom_value_unique on tenant_custom_value (tenant_id, field_id, unique_key)
    where unique_key is not null;
-- filter, and sort with the page after a row
create index tenant_custom_value_text on tenant_custom_value (tenant_id, field_id, text_value, entity_id)
    where text_value is not null;
create index tenant_custom_value_number on tenant_custom_value (tenant_id, field_id, number_key, entity_id)
    where number_key is not null;
create index tenant_custom_value_boolean on tenant_custom_value (tenant_id, field_id, boolean_value, entity_id)
    where boolean_value is not null;
create index tenant_custom_value_date on tenant_custom_value (tenant_id, field_id, date_value, entity_id)
    where date_value is not null;

select app.protect('tenant_custom_field');
select app.protect('tenant_custom_value');

-- Values go with their row, however it is deleted; the rows are in tables of other modules.
create function app.delete_custom_values() returns trigger
    language plpgsql
as $$
begin
    delete from tenant_custom_value v
    using gone
    where v.tenant_id = gone.tenant_id and v.entity_id = gone.id and v.entity = tg_argv[0];
    return null;
end
$$;

-- Lets tenants add fields to the rows of a protected table. Its module also names the entity in a bean.
create function app.customizable(target regclass, entity text) returns void
    language plpgsql
as $$
begin
    execute format(
        'create trigger custom_values after delete on %s referencing old table as gone
             for each statement execute function app.delete_custom_values(%L)',
        target, entity
    );
end
$$;
revoke execute on function app.customizable(regclass, text) from public;

-- The limit is new, so no plan said anything about it yet: it is added to the versions that are published.
insert into tenant_plan_limit (plan_id, resource, included, hard_limit)
select p.id, 'customFields', l.included, l.hard_limit
from (values ('starter', 5, 5), ('professional', 50, 50), ('enterprise', 200, 200)) as l (code, included, hard_limit)
join tenant_plan p on p.code = l.code;
