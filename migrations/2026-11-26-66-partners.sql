-- Channels and partners 渠道与伙伴 (Domain §1 报备, §4 channel nodes): who sells with us, whom they know, which projects they registered.

create table partners (
  tenant_id uuid not null references tenants,
  id uuid not null,
  name text not null,
  -- Without legal form, region and punctuation, as accounts are compared.
  name_key text not null,
  kind text not null check (kind in ('dealer', 'agent', 'institute', 'integrator', 'consultant', 'referrer', 'other')),
  credit_code text,
  province text,
  city text,
  state text not null check (state in ('prospect', 'active', 'suspended', 'ended')),
  -- Why it was suspended or ended.
  state_reason text,
  contract_from date,
  contract_until date,
  note text,
  owner_id uuid not null,
  team_id uuid,
  member_ids uuid[] not null default '{}',
  grams text[] not null default '{}',
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references users (tenant_id, id)
);
create unique index partners_credit_code on partners (tenant_id, credit_code) where credit_code is not null;
create index partners_name_key on partners (tenant_id, name_key);
create index partners_name on partners (tenant_id, name, id);
create index partners_updated on partners (tenant_id, updated_at, id);
create index partners_owner on partners (tenant_id, owner_id);

-- People of a partner; one of them may be a contact of ours, too.
create table partner_people (
  tenant_id uuid not null references tenants,
  id uuid not null,
  partner_id uuid not null,
  name text not null,
  title text,
  phone text,
  contact_id uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, partner_id) references partners (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id)
);
create index partner_people_partner on partner_people (tenant_id, partner_id);
create index partner_people_contact on partner_people (tenant_id, contact_id) where contact_id is not null;

-- To whom a partner is tied: a person at a customer, a customer, a rival.
create table partner_ties (
  tenant_id uuid not null references tenants,
  id uuid not null,
  partner_id uuid not null,
  target text not null check (target in ('contact', 'account', 'rival')),
  contact_id uuid,
  account_id uuid,
  -- A rival's name, as deals write it.
  rival text,
  kind text not null,
  -- 1 loose, 2 steady, 3 close.
  strength int not null check (strength between 1 and 3),
  note text,
  -- Where we know it from.
  source text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, partner_id) references partners (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  check ((target = 'contact') = (contact_id is not null) and (target = 'rival') = (rival is not null)
    and (target <> 'account' or account_id is not null))
);
create index partner_ties_partner on partner_ties (tenant_id, partner_id);
create index partner_ties_contact on partner_ties (tenant_id, contact_id) where contact_id is not null;
create index partner_ties_account on partner_ties (tenant_id, account_id) where account_id is not null;

-- A project that a partner registered with us 报备, and how long it is protected.
create table registrations (
  tenant_id uuid not null references tenants,
  id uuid not null,
  partner_id uuid not null,
  -- The project's.
  name text not null,
  project_key text not null,
  -- The customer, or only its name; the keys by which it is compared.
  account_id uuid,
  customer_name text not null,
  customer_key text not null,
  customer_region text not null,
  credit_code text,
  -- Minor units.
  amount bigint check (amount >= 0),
  currency text not null,
  close_on date,
  products text[] not null default '{}',
  brings text not null,
  -- Whether somebody of the partner's has an interest on the customer's side, as the partner declared.
  interest boolean not null,
  interest_note text,
  handling text,
  commission text not null check (commission in ('none', 'percent', 'fixed')),
  -- Hundredths of a percent of the amount, or minor units.
  commission_percent int check (commission_percent between 1 and 10000),
  commission_amount bigint check (commission_amount > 0),
  terms_note text,
  terms_state text not null check (terms_state in ('none', 'within', 'waiting', 'approved', 'refused')),
  terms_by uuid,
  terms_reason text,
  state text not null check (state in ('submitted', 'accepted', 'refused', 'expired', 'withdrawn')),
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  protected_from date,
  protected_until date,
  extended_by uuid,
  extended_at timestamptz,
  extension_reason text,
  -- The end of protection that the owner was reminded of.
  reminded_for date,
  deal_id uuid,
  owner_id uuid not null,
  team_id uuid,
  member_ids uuid[] not null default '{}',
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, partner_id) references partners (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  foreign key (tenant_id, deal_id) references deals (tenant_id, id),
  foreign key (tenant_id, owner_id) references users (tenant_id, id),
  check ((commission = 'percent') = (commission_percent is not null)),
  check ((commission = 'fixed') = (commission_amount is not null)),
  check (state <> 'accepted' or protected_until is not null)
);
create index registrations_created on registrations (tenant_id, created_at, id);
create index registrations_until on registrations (tenant_id, (coalesce(protected_until, 'infinity'::date)), id);
create index registrations_partner on registrations (tenant_id, partner_id);
create index registrations_account on registrations (tenant_id, account_id) where account_id is not null;
create index registrations_owner on registrations (tenant_id, owner_id);
create index registrations_customer on registrations (tenant_id, customer_key);
create index registrations_code on registrations (tenant_id, credit_code) where credit_code is not null;
-- Behind the rule that decides: never two protections on one project, nor on one deal.
create unique index registrations_protected on registrations (tenant_id, customer_key, customer_region, project_key)
  where state = 'accepted';
create unique index registrations_deal_protected on registrations (tenant_id, deal_id)
  where state = 'accepted' and deal_id is not null;
create index registrations_deal on registrations (tenant_id, deal_id) where deal_id is not null;

-- The company's rules on registrations, version by version.
create table registration_policies (
  tenant_id uuid not null references tenants,
  version int not null,
  policy jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (tenant_id, version),
  foreign key (tenant_id, changed_by) references users (tenant_id, id)
);

alter table partners enable row level security;
create policy tenant on partners using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table partner_people enable row level security;
create policy tenant on partner_people using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table partner_ties enable row level security;
create policy tenant on partner_ties using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table registrations enable row level security;
create policy tenant on registrations using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table registration_policies enable row level security;
create policy tenant on registration_policies using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

revoke update, delete on registration_policies from longmen_tenant;
