-- What nodes remember they forget when a row changes: a trigger that executes app.announce('column', ...) tells them.

create function app.announce() returns trigger
    language plpgsql
as $$
declare
    changed jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
begin
    perform pg_notify(
        'tenantry',
        tg_table_name || ' ' || (
            select string_agg(changed ->> a.name, ' ' order by a.position)
            from unnest(tg_argv) with ordinality as a (name, position)
        )
    );
    return null;
end
$$;
comment on function app.announce() is 'the values of the columns must not contain blanks';
