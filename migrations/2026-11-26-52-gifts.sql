-- The register of gifts and hospitality 礼品与招待登记 (Domain §12): what changed hands with a customer's people, and who allowed it.

-- A public official 国家工作人员, beyond what the kind of her employer says already. It only ever goes up.
alter table contacts add column public_official boolean not null default false;

-- A row's content never changes: it is decided on, and it is voided. A mistake is corrected by another row.
create table gifts (
  tenant_id uuid not null references tenants,
  id uuid not null,
  direction text not null check (direction in ('given', 'received')),
  kind text not null check (kind in ('gift', 'meal', 'travel', 'ticket', 'other')),
  account_id uuid not null,
  deal_id uuid,
  on_day date not null,
  -- Minor units, of all that it names and does not name together.
  amount bigint not null check (amount > 0),
  currency text not null,
  -- People of the account who are not contacts.
  unnamed int not null default 0 check (unnamed >= 0),
  heads int not null check (heads > 0),
  purpose text not null,
  official boolean not null,
  -- Only what is registered or approved counts.
  state text not null check (state in ('registered', 'requested', 'approved', 'refused', 'voided')),
  -- The limits that it was above when it was registered.
  exceeds jsonb not null default '[]',
  -- Ours who gave or received, and her team then; who registered it is the member.
  owner_id uuid not null,
  team_id uuid,
  member_ids uuid[] not null default '{}',
  created_by uuid not null,
  created_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision text,
  voided_by uuid,
  voided_at timestamptz,
  void_reason text,
  -- The entry in the place of which it stands.
  corrects uuid,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  foreign key (tenant_id, deal_id) references deals (tenant_id, id),
  foreign key (tenant_id, owner_id) references users (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  foreign key (tenant_id, corrects) references gifts (tenant_id, id)
);
create index gifts_day on gifts (tenant_id, on_day, id);
create index gifts_amount on gifts (tenant_id, amount, id);
create index gifts_account on gifts (tenant_id, account_id, on_day);
create index gifts_owner on gifts (tenant_id, owner_id, on_day);
create index gifts_deal on gifts (tenant_id, deal_id) where deal_id is not null;
create index gifts_corrects on gifts (tenant_id, corrects) where corrects is not null;
create index gifts_requested on gifts (tenant_id, on_day, id) where state = 'requested';

-- Whom of the customer's it concerns. By place, not by contact: two contacts may turn out to be one.
create table gift_people (
  tenant_id uuid not null references tenants,
  gift_id uuid not null,
  place int not null,
  contact_id uuid not null,
  -- Minor units; the shares of all heads add up to the amount.
  share bigint not null check (share >= 0),
  primary key (tenant_id, gift_id, place),
  foreign key (tenant_id, gift_id) references gifts (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id)
);
create index gift_people_contact on gift_people (tenant_id, contact_id);

-- The company's limits, version by version.
create table gift_policies (
  tenant_id uuid not null references tenants,
  version int not null,
  policy jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (tenant_id, version),
  foreign key (tenant_id, changed_by) references users (tenant_id, id)
);

alter table gifts enable row level security;
create policy tenant on gifts using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table gift_people enable row level security;
create policy tenant on gift_people using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table gift_policies enable row level security;
create policy tenant on gift_policies using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

-- What was registered stays as it was: decisions and voiding are written beside it, and merging only renames.
revoke update, delete on gifts from longmen_tenant;
grant update (account_id, state, decided_by, decided_at, decision, voided_by, voided_at, void_reason, version) on gifts
  to longmen_tenant;
revoke update, delete on gift_people from longmen_tenant;
grant update (contact_id) on gift_people to longmen_tenant;
revoke update, delete on gift_policies from longmen_tenant;
