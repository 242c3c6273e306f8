-- Documents and photos of a transit.
select app.attachable('transito', 'transitos');
