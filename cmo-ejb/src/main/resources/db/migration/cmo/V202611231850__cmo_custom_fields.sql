-- Tenants add fields of their own to seals, transits and alerts.
select app.customizable('precinto', 'precintos');
select app.customizable('transito', 'transitos');
select app.customizable('alerta', 'alertas');
