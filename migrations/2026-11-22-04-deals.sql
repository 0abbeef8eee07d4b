-- Deals 商机, the playbook they run on, and the evidence (Domain §5).

create table products (
  tenant_id uuid not null references tenants,
  id uuid not null,
  name text not null,
  code text,
  line text not null,
  unit text not null,
  -- List price, minor units.
  price bigint not null check (price >= 0),
  currency text not null,
  active boolean not null default true,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

-- Every published version stays: deals are pinned to one.
create table playbooks (
  tenant_id uuid not null references tenants,
  id text not null,
  version int not null,
  name_zh text not null,
  name_en text not null,
  -- The whole method as YAML, as people read and exchange it.
  source text not null,
  published_at timestamptz not null,
  primary key (tenant_id, id, version)
);

create table deals (
  tenant_id uuid not null references tenants,
  id uuid not null,
  name text not null,
  account_id uuid,
  -- Minor units; null while nobody knows.
  amount bigint check (amount >= 0),
  currency text not null default 'CNY',
  close_on date,
  origin text,
  class text not null check (class in ('lead', 'opportunity', 'project')),
  grade text check (grade in ('A', 'B', 'C', 'D')),
  state text not null check (state in ('open', 'parked', 'won', 'lost')),
  playbook_id text not null,
  playbook_version int not null,
  stage_id text not null,
  stage_since timestamptz not null,
  buyer_stage text,
  -- Why parked, won or lost.
  reason text,
  reason_note text,
  winner text,
  -- Ours minus the winner's, minor units.
  price_gap bigint,
  revisit_on date,
  closed_on date,
  -- The last stage's gate is passed: nothing is left to do.
  finished_on date,
  -- What is known of the project: FactSource (see method/fact-source.ts).
  facts jsonb not null default '{"values":{},"lists":{}}',
  -- Checks that a manager accepted with less than the rule asks, with the plan.
  acceptances jsonb not null default '[]',
  -- Gates opened by a manager, as long as what they covered is still missing.
  overrides jsonb not null default '[]',
  -- The current stage's ★ checks as last judged, for lists; the nightly job judges again, since evidence decays.
  gate_met int not null default 0,
  gate_total int not null default 0,
  owner_id uuid,
  team_id uuid,
  member_ids uuid[] not null default '{}',
  tags text[] not null default '{}',
  custom jsonb not null default '{}',
  grams text[] not null default '{}',
  import_id uuid,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  foreign key (tenant_id, owner_id) references users (tenant_id, id),
  foreign key (tenant_id, playbook_id, playbook_version) references playbooks (tenant_id, id, version)
);
create index deals_account on deals (tenant_id, account_id);
create index deals_owner on deals (tenant_id, owner_id);
create index deals_team on deals (tenant_id, team_id);
create index deals_members on deals using gin (tenant_id, member_ids);
create index deals_board on deals (tenant_id, playbook_id, stage_id, (coalesce(close_on, date '9999-12-31')), id)
  where state = 'open';
-- Sort keys are never null, so that a page of a list is one range of an index.
create index deals_close on deals (tenant_id, (coalesce(close_on, date '9999-12-31')), id);
create index deals_amount on deals (tenant_id, (coalesce(amount, -1)), id);
create index deals_updated on deals (tenant_id, updated_at, id);
create index deals_name on deals (tenant_id, name, id);
create index deals_grams on deals using gin (tenant_id, grams);
create index deals_import on deals (tenant_id, import_id) where import_id is not null;

create table deal_lines (
  tenant_id uuid not null,
  deal_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  quantity numeric(18, 4) not null check (quantity > 0),
  unit_price bigint not null check (unit_price >= 0),
  amount bigint not null,
  position int not null,
  primary key (tenant_id, deal_id, id),
  foreign key (tenant_id, deal_id) references deals (tenant_id, id) on delete cascade,
  foreign key (tenant_id, product_id) references products (tenant_id, id)
);
create index deal_lines_product on deal_lines (tenant_id, product_id);

create table deal_members (
  tenant_id uuid not null,
  deal_id uuid not null,
  user_id uuid not null,
  role text not null check (role in ('sales', 'presales', 'service', 'sponsor')),
  primary key (tenant_id, deal_id, user_id),
  foreign key (tenant_id, deal_id) references deals (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);

-- Append-only: a correction is a new record that retracts an old one.
create table evidence (
  tenant_id uuid not null references tenants,
  id uuid not null,
  deal_id uuid not null,
  kind text not null check (kind in ('evidence', 'retraction')),
  check_id text,
  signal_id text,
  direction text check (direction in ('supports', 'refutes')),
  strength text check (strength in ('rumour', 'said', 'done', 'written')),
  -- What was seen or heard; of a retraction, why.
  statement text not null,
  source_kind text check (source_kind in ('stakeholder', 'channel', 'document', 'observation')),
  -- Who or what told us; the same id is the same source.
  source_id text,
  source_name text,
  observed_on date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  attachment_id uuid,
  retracts uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, deal_id) references deals (tenant_id, id),
  foreign key (tenant_id, retracts) references evidence (tenant_id, id),
  check ((kind = 'evidence') = (check_id is not null and direction is not null and strength is not null
    and source_kind is not null and observed_on is not null)),
  check (kind = 'evidence' or retracts is not null)
);
create index evidence_deal on evidence (tenant_id, deal_id, id);

-- Each move along the stages, for the funnel, the statistics of overrides and stuck deals.
create table stage_moves (
  tenant_id uuid not null references tenants,
  id uuid not null,
  deal_id uuid not null,
  playbook_id text not null,
  from_stage text,
  to_stage text not null,
  kind text not null check (kind in ('entered', 'advanced', 'overridden', 'movedBack', 'won', 'finished', 'lost', 'parked', 'reopened')),
  at timestamptz not null,
  by uuid,
  reason text,
  -- Overrides: the ids of the checks that were not met.
  covers text[] not null default '{}',
  primary key (tenant_id, id),
  foreign key (tenant_id, deal_id) references deals (tenant_id, id)
);
create index stage_moves_deal on stage_moves (tenant_id, deal_id, id);
create index stage_moves_stage on stage_moves (tenant_id, playbook_id, to_stage, at);

alter table products enable row level security;
create policy tenant on products using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table playbooks enable row level security;
create policy tenant on playbooks using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table deals enable row level security;
create policy tenant on deals using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table deal_lines enable row level security;
create policy tenant on deal_lines using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table deal_members enable row level security;
create policy tenant on deal_members using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table evidence enable row level security;
create policy tenant on evidence using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
revoke update, delete on evidence from longmen_tenant;
alter table stage_moves enable row level security;
create policy tenant on stage_moves using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
revoke update, delete on stage_moves from longmen_tenant;
