-- Already there where the module of billing has run before.
alter table tenant_plan add column if not exists minimum numeric(24, 4) check (minimum >= 0);
