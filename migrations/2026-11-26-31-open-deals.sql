-- The first list anybody opens is of open deals, a twentieth of all: without these it wades through the closed ones.
create index deals_open_close on deals (tenant_id, (coalesce(close_on, date '9999-12-31')), id) where state = 'open';
create index deals_open_amount on deals (tenant_id, (coalesce(amount, -1)), id) where state = 'open';
