-- The lists of what grows for ever, narrowed to the few that somebody works on: open alerts, transits in progress. Seals get
-- no further index: a tenant's are few, and each report of theirs would have to change it.
create index alerta_status on alerta (tenant_id, status, created_at, id);
create index transito_status on transito (tenant_id, status, created_at, id);
create index transito_started on transito (tenant_id, started_at, id) where started_at is not null;
