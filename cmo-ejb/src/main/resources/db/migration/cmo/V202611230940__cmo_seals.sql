-- Customs seals, the transits they travel on, and the alerts they raise.

create table precinto (
    tenant_id    uuid        not null references tenant,
    id           uuid        not null,
    code         text        not null check (length(code) between 1 and 60),
    status       text        not null check (status in ('available', 'armed', 'tampered', 'retired')),
    battery_pct  integer check (battery_pct between 0 and 100),
    last_seen_at timestamptz,
    created_at   timestamptz not null,
    version      bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, code)
);
-- the list, newest first
create index precinto_created on precinto (tenant_id, created_at, id);

create table transito (
    tenant_id     uuid        not null references tenant,
    id            uuid        not null,
    code          text        not null check (length(code) between 1 and 60),
    precinto_id   uuid        not null,
    origin        text        not null,
    destination   text        not null,
    vehicle_plate text        not null,
    status        text        not null check (status in ('planned', 'inProgress', 'completed', 'cancelled')),
    started_at    timestamptz,
    ended_at      timestamptz,
    created_at    timestamptz not null,
    version       bigint      not null,
    primary key (tenant_id, id),
    unique (tenant_id, code),
    foreign key (tenant_id, precinto_id) references precinto (tenant_id, id)
);
create index transito_created on transito (tenant_id, created_at, id);
-- transits of a seal, and whether a seal may be deleted
create index transito_precinto on transito (tenant_id, precinto_id, created_at, id);

create table alerta (
    tenant_id   uuid        not null references tenant,
    id          uuid        not null,
    precinto_id uuid        not null,
    transito_id uuid,
    type        text        not null check (type in ('tamper', 'lowBattery', 'geofence', 'delay', 'signalLost')),
    severity    text        not null check (severity in ('low', 'medium', 'high', 'critical')),
    message     text        not null,
    status      text        not null check (status in ('open', 'acknowledged', 'resolved')),
    created_at  timestamptz not null,
    version     bigint      not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, precinto_id) references precinto (tenant_id, id),
    foreign key (tenant_id, transito_id) references transito (tenant_id, id)
);
create index alerta_created on alerta (tenant_id, created_at, id);
-- alerts of a seal or a transit, and whether those may be deleted
create index alerta_precinto on alerta (tenant_id, precinto_id, created_at, id);
create index alerta_transito on alerta (tenant_id, transito_id);

select app.protect('precinto');
select app.protect('transito');
select app.protect('alerta');
