-- Customer information 客户资料 (Domain §3): what is known of a customer, who told it, when, and how sure it is.

-- Every record is a row and stays as it was written; the newest of a fact, or of a row of a table, is what is known now.
create table information (
  tenant_id uuid not null references tenants,
  id uuid not null,
  -- Of an account, or of one deal's project.
  account_id uuid,
  deal_id uuid,
  -- A fact of the catalogue, or a table; of a table, the row.
  item text not null,
  row_id uuid,
  state text not null check (state in ('known', 'unknown', 'cleared')),
  -- null: not known.
  value jsonb,
  source_kind text not null check (source_kind in ('contact', 'document', 'observation', 'public')),
  contact_id uuid,
  source_note text,
  observed_on date not null,
  strength text not null check (strength in ('rumour', 'said', 'done', 'written')),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  foreign key (tenant_id, deal_id) references deals (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
  foreign key (tenant_id, recorded_by) references users (tenant_id, id),
  check ((account_id is null) <> (deal_id is null)),
  check ((source_kind = 'contact') = (contact_id is not null)),
  check ((state = 'known') = (value is not null) or row_id is not null)
);
create index information_account on information (tenant_id, account_id, item) where account_id is not null;
create index information_deal on information (tenant_id, deal_id, item) where deal_id is not null;
create index information_contact on information (tenant_id, contact_id) where contact_id is not null;

alter table information enable row level security;
create policy tenant on information using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

-- What was recorded stays; merging only renames.
revoke update, delete on information from longmen_tenant;
grant update (account_id, contact_id) on information to longmen_tenant;
