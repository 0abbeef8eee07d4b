-- The decision chain 决策链 (Domain §4): who decides, who sways whom, how we stand with each; of an account, and of a deal over it.

-- A map is its changes, attribute by attribute; nothing else is kept of it.
create table chain_changes (
  tenant_id uuid not null references tenants,
  map_kind text not null check (map_kind in ('account', 'deal')),
  -- The account's or the deal's id.
  map_id uuid not null,
  -- Counts up by one in each map: its version.
  seq int not null check (seq > 0),
  -- Never goes back within a map.
  at timestamptz not null,
  by uuid not null,
  item text not null check (item in ('node', 'edge', 'faction')),
  -- Of a person the contact's, of our side the colleague's.
  item_id uuid not null,
  act text not null check (act in ('added', 'changed', 'removed')),
  -- Field → {before, after}; an absent side: nothing was said.
  fields jsonb not null,
  evidence_id uuid,
  reason text,
  primary key (tenant_id, map_id, seq),
  foreign key (tenant_id, by) references users (tenant_id, id)
);
create index chain_changes_item on chain_changes (tenant_id, item_id);

-- Where things stand on the canvas when somebody moved them.
create table chain_places (
  tenant_id uuid not null references tenants,
  map_id uuid not null,
  item_id uuid not null,
  x double precision not null,
  y double precision not null,
  primary key (tenant_id, map_id, item_id)
);

-- A sign of a coach that was seen, and by what evidence.
create table chain_signs (
  tenant_id uuid not null references tenants,
  id uuid not null,
  deal_id uuid not null,
  contact_id uuid not null,
  signal text not null,
  on_day date not null,
  -- Visit, call, meeting; null: the day is the occasion.
  occasion text,
  evidence_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, deal_id) references deals (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
  foreign key (tenant_id, recorded_by) references users (tenant_id, id)
);
create index chain_signs_deal on chain_signs (tenant_id, deal_id);
create index chain_signs_contact on chain_signs (tenant_id, contact_id);

-- What somebody told us, and whether time proved it.
create table chain_tellings (
  tenant_id uuid not null references tenants,
  id uuid not null,
  deal_id uuid not null,
  contact_id uuid not null,
  on_day date not null,
  statement text not null,
  outcome text not null check (outcome in ('open', 'proven', 'refuted')),
  settled_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, deal_id) references deals (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
  foreign key (tenant_id, recorded_by) references users (tenant_id, id)
);
create index chain_tellings_deal on chain_tellings (tenant_id, deal_id);
create index chain_tellings_contact on chain_tellings (tenant_id, contact_id);

alter table chain_changes enable row level security;
create policy tenant on chain_changes using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table chain_places enable row level security;
create policy tenant on chain_places using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table chain_signs enable row level security;
create policy tenant on chain_signs using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table chain_tellings enable row level security;
create policy tenant on chain_tellings using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

-- What was believed stays as it was believed; only the words about a person who is erased are taken out.
revoke update, delete on chain_changes from longmen_tenant;
grant update (fields, reason) on chain_changes to longmen_tenant;
