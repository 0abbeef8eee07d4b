-- Imports 导入: the file, what it became, and what is needed to take it back.

create table imports (
  tenant_id uuid not null references tenants,
  id uuid not null,
  noun text not null check (noun in ('account', 'contact', 'deal', 'product')),
  file_name text not null,
  bytes bigint not null default 0,
  state text not null check (state in
    ('uploading', 'mapping', 'checking', 'checked', 'running', 'done', 'cancelled', 'failed', 'undoing', 'undone')),
  -- How the file is read: format, encoding, delimiter, sheet, headers, first rows. Null while it arrives.
  layout jsonb,
  -- What its columns mean and what is to be done about duplicates and gaps.
  plan jsonb,
  -- What the check before found: counts, quirks, samples of faults.
  report jsonb,
  -- What was done: counts so far.
  outcome jsonb not null default '{}',
  -- What undoing did and could not do.
  undone jsonb,
  -- Rows of the file dealt with, of the run or the check under way; where a restart goes on.
  rows_done int not null default 0,
  rows_total int,
  cancel_asked boolean not null default false,
  -- As whom the job acts: who pressed the button, with the rights she had then.
  actor jsonb,
  failure text,
  created_by uuid not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index imports_newest on imports (tenant_id, created_at, id);

-- The file, as it came, in pieces of at most 8 MB.
create table import_parts (
  tenant_id uuid not null,
  import_id uuid not null,
  position int not null,
  content bytea not null,
  primary key (tenant_id, import_id, position),
  foreign key (tenant_id, import_id) references imports (tenant_id, id) on delete cascade
);

-- Rows that were not taken, as they stand in the file, and why.
create table import_faults (
  tenant_id uuid not null,
  import_id uuid not null,
  row_number int not null,
  cells jsonb not null,
  issues jsonb not null,
  primary key (tenant_id, import_id, row_number),
  foreign key (tenant_id, import_id) references imports (tenant_id, id) on delete cascade
);

-- Records that an import changed, or made without marking them with import_id: what undoing needs.
create table import_changes (
  tenant_id uuid not null,
  import_id uuid not null,
  noun text not null,
  record_id uuid not null,
  -- Changed columns as they were; null: the record was made by the import.
  before jsonb,
  -- The record's version after the import; undone only if it still has it.
  version_after int not null,
  primary key (tenant_id, import_id, record_id),
  foreign key (tenant_id, import_id) references imports (tenant_id, id) on delete cascade
);

-- What other systems call our records, so that a second import finds them.
create table external_ids (
  tenant_id uuid not null references tenants,
  noun text not null,
  external_id text not null,
  record_id uuid not null,
  import_id uuid not null,
  primary key (tenant_id, noun, external_id)
);
create index external_ids_record on external_ids (tenant_id, record_id);

alter table imports enable row level security;
create policy tenant on imports using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table import_parts enable row level security;
create policy tenant on import_parts using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table import_faults enable row level security;
create policy tenant on import_faults using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table import_changes enable row level security;
create policy tenant on import_changes using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table external_ids enable row level security;
create policy tenant on external_ids using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

-- Deleting a record looks for those merged into it; without these, in the whole table.
create index accounts_merged on accounts (tenant_id, merged_into) where merged_into is not null;
create index contacts_merged on contacts (tenant_id, merged_into) where merged_into is not null;
