-- The evaluation model 评估模型 (Playbooks P3), the selling mode 打法 of accounts and deals, and what effort is counted by.

-- Every version stays: scores show under which they were made. Without a row the default model holds.
create table evaluation_models (
  tenant_id uuid not null references tenants,
  version int not null check (version > 0),
  -- EvaluationModel (see evaluation/evaluation.ts).
  model jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (tenant_id, version),
  foreign key (tenant_id, changed_by) references users (tenant_id, id)
);

-- What was found out of how to sell here; the newest counts, the others are its history.
create table sales_modes (
  tenant_id uuid not null references tenants,
  id uuid not null,
  account_id uuid,
  deal_id uuid,
  -- AdviserAnswers (see method/adviser.ts).
  answers jsonb not null,
  -- The playbook that was advised.
  playbook_id text not null,
  -- Who says so, or what it rests on.
  source text not null,
  observed_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  foreign key (tenant_id, deal_id) references deals (tenant_id, id),
  foreign key (tenant_id, recorded_by) references users (tenant_id, id),
  check (account_id is not null or deal_id is not null)
);
create index sales_modes_account on sales_modes (tenant_id, account_id, id) where account_id is not null;
create index sales_modes_deal on sales_modes (tenant_id, deal_id, id) where deal_id is not null;

-- Acts of the last weeks, over all deals.
create index evidence_recorded on evidence (tenant_id, recorded_at);
create index notes_created on notes (tenant_id, created_at);
create index attachments_created on attachments (tenant_id, created_at);
create index tasks_done on tasks (tenant_id, done_at) where done_at is not null;

alter table evaluation_models enable row level security;
create policy tenant on evaluation_models using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
revoke update, delete on evaluation_models from longmen_tenant;
alter table sales_modes enable row level security;
create policy tenant on sales_modes using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
