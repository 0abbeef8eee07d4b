-- Accounts 客户 (Domain §1), contacts 联系人 (§4), and what hangs on any record: notes, tasks, attachments, custom fields.

create table accounts (
  tenant_id uuid not null references tenants,
  id uuid not null,
  name text not null,
  aliases text[] not null default '{}',
  -- Name as duplicates are sought: folded, legal-form words and region prefixes cut (see account-name.ts).
  name_key text not null,
  -- Unified social credit code, GB 32100, upper case.
  credit_code text,
  industry text,
  province text,
  city text,
  scale text,
  ownership text,
  address text,
  post_code text,
  site text,
  phone text,
  -- Digits only, for the duplicate check.
  phone_key text,
  parent_id uuid,
  source text,
  owner_id uuid,
  -- The owner's team: what data scope looks at.
  team_id uuid,
  -- Everyone in account_members, kept with it in one transaction, so that visibility needs no join.
  member_ids uuid[] not null default '{}',
  tags text[] not null default '{}',
  custom jsonb not null default '{}',
  -- Two-character slices of name, aliases, code and pinyin initials: the search index.
  grams text[] not null default '{}',
  merged_into uuid,
  import_id uuid,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references accounts (tenant_id, id),
  foreign key (tenant_id, merged_into) references accounts (tenant_id, id),
  foreign key (tenant_id, owner_id) references users (tenant_id, id)
);
create unique index accounts_credit_code on accounts (tenant_id, credit_code)
  where credit_code is not null and merged_into is null;
create index accounts_name_key on accounts (tenant_id, name_key);
create index accounts_phone_key on accounts (tenant_id, phone_key) where phone_key is not null;
create index accounts_name on accounts (tenant_id, name, id);
create index accounts_updated on accounts (tenant_id, updated_at, id);
create index accounts_owner on accounts (tenant_id, owner_id);
create index accounts_team on accounts (tenant_id, team_id);
create index accounts_parent on accounts (tenant_id, parent_id) where parent_id is not null;
create index accounts_members on accounts using gin (tenant_id, member_ids);
create index accounts_grams on accounts using gin (tenant_id, grams);
create index accounts_import on accounts (tenant_id, import_id) where import_id is not null;

create table account_members (
  tenant_id uuid not null,
  account_id uuid not null,
  user_id uuid not null,
  role text not null check (role in ('sales', 'presales', 'service', 'sponsor')),
  primary key (tenant_id, account_id, user_id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);

create table contacts (
  tenant_id uuid not null references tenants,
  id uuid not null,
  name text not null,
  -- Current employer; earlier ones are in contact_employments.
  account_id uuid,
  title text,
  department text,
  mobile text,
  phone text,
  email text,
  wechat text,
  owner_id uuid,
  team_id uuid,
  tags text[] not null default '{}',
  custom jsonb not null default '{}',
  grams text[] not null default '{}',
  merged_into uuid,
  import_id uuid,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id),
  foreign key (tenant_id, merged_into) references contacts (tenant_id, id),
  foreign key (tenant_id, owner_id) references users (tenant_id, id)
);
create index contacts_account on contacts (tenant_id, account_id);
create index contacts_owner on contacts (tenant_id, owner_id);
create index contacts_name on contacts (tenant_id, name, id);
create index contacts_updated on contacts (tenant_id, updated_at, id);
create index contacts_grams on contacts using gin (tenant_id, grams);
create index contacts_import on contacts (tenant_id, import_id) where import_id is not null;

create table contact_employments (
  tenant_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  account_id uuid not null,
  title text,
  department text,
  from_on date,
  -- null: still there.
  to_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
create index contact_employments_contact on contact_employments (tenant_id, contact_id);
create index contact_employments_account on contact_employments (tenant_id, account_id);

create table custom_fields (
  tenant_id uuid not null references tenants,
  id uuid not null,
  noun text not null check (noun in ('account', 'contact', 'deal')),
  -- The key in the record's `custom` object and in the API; never changes.
  key text not null,
  label text not null,
  label_en text,
  type text not null check (type in ('text', 'number', 'day', 'choice', 'choices', 'yesNo')),
  choices text[] not null default '{}',
  position int not null,
  archived boolean not null default false,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, noun, key)
);

create table notes (
  tenant_id uuid not null references tenants,
  id uuid not null,
  subject_kind text not null check (subject_kind in ('account', 'contact', 'deal')),
  subject_id uuid not null,
  account_id uuid,
  body text not null,
  author_id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, author_id) references users (tenant_id, id)
);
create index notes_subject on notes (tenant_id, subject_id, created_at, id);

create table tasks (
  tenant_id uuid not null references tenants,
  id uuid not null,
  title text not null,
  due_on date,
  owner_id uuid not null,
  subject_kind text check (subject_kind in ('account', 'contact', 'deal')),
  subject_id uuid,
  account_id uuid,
  -- The check of the deal's gate that the task is to settle.
  check_id text,
  done_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references users (tenant_id, id)
);
create index tasks_open on tasks (tenant_id, owner_id, (coalesce(due_on, date '9999-12-31')), id) where done_at is null;
create index tasks_account on tasks (tenant_id, account_id);
create index tasks_subject on tasks (tenant_id, subject_id);

create table attachments (
  tenant_id uuid not null references tenants,
  id uuid not null,
  subject_kind text not null check (subject_kind in ('account', 'contact', 'deal', 'evidence')),
  subject_id uuid not null,
  name text not null,
  -- By content, not by file name.
  media_type text not null,
  bytes int not null,
  sha256 text not null,
  added_by uuid not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id)
);
create index attachments_subject on attachments (tenant_id, subject_id);

create table attachment_contents (
  tenant_id uuid not null references tenants,
  sha256 text not null,
  content bytea not null,
  primary key (tenant_id, sha256)
);

alter table accounts enable row level security;
create policy tenant on accounts using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table account_members enable row level security;
create policy tenant on account_members using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table contacts enable row level security;
create policy tenant on contacts using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table contact_employments enable row level security;
create policy tenant on contact_employments using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table custom_fields enable row level security;
create policy tenant on custom_fields using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table notes enable row level security;
create policy tenant on notes using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table tasks enable row level security;
create policy tenant on tasks using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table attachments enable row level security;
create policy tenant on attachments using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table attachment_contents enable row level security;
create policy tenant on attachment_contents using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
