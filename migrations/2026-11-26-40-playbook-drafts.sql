-- The playbook studio 方法论工坊: what a company writes itself, and where each version comes from.

-- The shipped version that a text is, or was first taken from; null for methods that a company began itself.
alter table playbooks add column shipped_version int;
update playbooks set shipped_version = version;
-- The company's own text: what is shipped later never stands in its place.
alter table playbooks add column own boolean not null default false;
alter table playbooks add column published_by uuid;
-- What the publisher said of the change.
alter table playbooks add column note text not null default '';
-- The version whose text was published again.
alter table playbooks add column restores int;
alter table playbooks add foreign key (tenant_id, published_by) references users (tenant_id, id);

-- A text being worked on, kept as it was typed: faults do not keep it from being saved. One for each method.
create table playbook_drafts (
  tenant_id uuid not null references tenants,
  id uuid not null,
  playbook_id text not null,
  -- As far as the text can be read; to be named in lists.
  name_zh text not null,
  name_en text not null,
  source text not null,
  -- The published version that it began from; null for a method that is new.
  base_version int,
  -- The shipped version whose text went into it.
  shipped_version int,
  version int not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, playbook_id),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  foreign key (tenant_id, updated_by) references users (tenant_id, id)
);
alter table playbook_drafts enable row level security;
create policy tenant on playbook_drafts using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
