-- The lint 体检: selling mistakes found in deals (Domain §16).

-- What a company changed of the shipped rules, and its own (method/lint/company-lint.ts); no row: as shipped.
create table lint_settings (
  tenant_id uuid primary key references tenants,
  settings jsonb not null,
  version int not null default 1,
  -- The version by which the open deals were last judged as a whole.
  judged_version int not null default 0,
  changed_at timestamptz not null,
  changed_by uuid not null
);
alter table lint_settings enable row level security;
create policy tenant on lint_settings using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

-- A finding that somebody let be until a day, and why. It ends by itself; ended_at: taken back before.
create table lint_waivers (
  tenant_id uuid not null references tenants,
  id uuid not null,
  deal_id uuid not null,
  rule_id text not null,
  reason text not null,
  until_on date not null,
  waived_at timestamptz not null,
  waived_by uuid not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, deal_id) references deals (tenant_id, id) on delete cascade,
  foreign key (tenant_id, waived_by) references users (tenant_id, id)
);
create index lint_waivers_deal on lint_waivers (tenant_id, deal_id, until_on) where ended_at is null;
alter table lint_waivers enable row level security;
create policy tenant on lint_waivers using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

-- What fires and nobody let be, worst first, as last judged: at each command and by the nightly job, like gate_met.
alter table deals add column lints text[] not null default '{}';
alter table deals add column lint_serious int not null default 0;
-- The view has the columns of its day.
create or replace view sought_deals as
  select * from deals where tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid;
