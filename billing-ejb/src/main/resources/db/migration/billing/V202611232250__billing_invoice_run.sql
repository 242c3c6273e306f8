-- What the invoice run and credit notes need.

-- Usage that cost nothing is priced without there being an invoice.
alter table billed_usage alter column invoice_id drop not null;

alter table invoice add column credited numeric(24, 4) not null default 0 check (credited >= 0);
comment on column invoice.credited is 'what credit notes have taken off the amount due';

create or replace function app.guard_invoice() returns trigger
    language plpgsql
as $$
declare
    settling text[] := array['status', 'amount_paid', 'credited', 'settled_at', 'version'];
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
    if tg_op = 'UPDATE' and to_jsonb(new) - settling = to_jsonb(old) - settling and new.status <> 'draft' then
        return new;
    end if;
    raise check_violation using message = 'a finalized invoice never changes';
end
$$;

-- Ends the counting in the open periods: who counts has finished, or waits and then counts where it belongs by then.
create function app.close_usage_periods(tenants uuid[]) returns void
    language plpgsql
as $$
begin
    insert into public.usage_period (tenant_id)
    select distinct x from unnest(tenants) as x order by x
    on conflict do nothing;
    perform from public.usage_period p where p.tenant_id = any (tenants) order by p.tenant_id for update;
end
$$;
