-- A restored database may count its transactions from lower than the activity log's order has come.
select app.rebase_activity();
