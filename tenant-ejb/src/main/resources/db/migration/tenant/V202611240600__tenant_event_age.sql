-- what is old enough to go
create index tenant_event_age on tenant_event (created_at);
