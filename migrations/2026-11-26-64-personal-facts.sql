-- Personal facts of a customer's people 个人信息 (Domain §3.3, §12): what is known of somebody, on what basis, for what, until when.

create table personal_facts (
  tenant_id uuid not null references tenants,
  id uuid not null,
  contact_id uuid not null,
  kind text not null,
  -- null: blanked; why and when stand beside it.
  value text,
  basis text not null check (basis in ('consent', 'contract', 'duty', 'public', 'interest')),
  source text not null,
  purpose text not null,
  -- Why it is needed; only sensitive kinds ask for it.
  reason text,
  consent_on date,
  consent_how text,
  consent_scope text,
  -- Last day on which it is kept.
  expires_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  blanked_at timestamptz,
  blanked_why text check (blanked_why in ('withdrawn', 'expired', 'removed', 'erased')),
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
  foreign key (tenant_id, recorded_by) references users (tenant_id, id),
  check ((blanked_at is null) = (value is not null)),
  check ((blanked_at is null) = (blanked_why is null)),
  check (basis <> 'consent' or consent_on is not null)
);
create index personal_facts_contact on personal_facts (tenant_id, contact_id, id);
create index personal_facts_expiry on personal_facts (tenant_id, expires_on) where blanked_at is null;

-- Which kinds a company keeps, for what and for how long, version by version.
create table privacy_policies (
  tenant_id uuid not null references tenants,
  version int not null,
  policy jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (tenant_id, version),
  foreign key (tenant_id, changed_by) references users (tenant_id, id)
);

alter table personal_facts enable row level security;
create policy tenant on personal_facts using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table privacy_policies enable row level security;
create policy tenant on privacy_policies using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

revoke update, delete on privacy_policies from longmen_tenant;
