-- What the workbench 工作台, the search box and saved views need beside the records.

-- The searchable tables without the barrier that row-level security puts before operators like @>: behind it no index of
-- slices (grams) can be used, and a search of 100 000 deals reads them all. The tenant's rows only, as the policies say:
-- a plain view is read as its owner. A statement still carries the tenant as a parameter.
create view sought_accounts as
  select * from accounts where tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid;
create view sought_contacts as
  select * from contacts where tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid;
create view sought_deals as
  select * from deals where tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid;
revoke insert, update, delete on sought_accounts, sought_contacts, sought_deals from longmen_tenant;

create index notifications_mine on notifications (tenant_id, user_id, id);

-- How long deals of this company usually stay in a stage: what is longer than three quarters of the stays is stuck. Counted
-- nightly from stage_moves; stages with too few stays have no row, and nothing is called stuck there.
create table stage_paces (
  tenant_id uuid not null references tenants,
  playbook_id text not null,
  stage_id text not null,
  -- The 75th percentile of finished stays, whole days, at least one.
  usual_days int not null check (usual_days > 0),
  stays int not null,
  counted_at timestamptz not null,
  primary key (tenant_id, playbook_id, stage_id)
);
alter table stage_paces enable row level security;
create policy tenant on stage_paces using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

create index deals_stage_since on deals (tenant_id, playbook_id, stage_id, stage_since) where state = 'open';
create index deals_overridden on deals (tenant_id, updated_at, id) where state = 'open' and overrides <> '[]';

-- The view with which a person opens a list: one of hers or one that is shared.
create table default_views (
  tenant_id uuid not null references tenants,
  user_id uuid not null,
  list text not null,
  view_id uuid not null,
  primary key (tenant_id, user_id, list),
  foreign key (tenant_id, user_id) references users (tenant_id, id),
  foreign key (tenant_id, view_id) references saved_views (tenant_id, id) on delete cascade
);
create index default_views_view on default_views (tenant_id, view_id);
alter table default_views enable row level security;
create policy tenant on default_views using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
