-- People who use the product, their teams, and what every change leaves behind.

create table teams (
  tenant_id uuid not null references tenants,
  id uuid not null,
  name text not null,
  parent_id uuid,
  -- Ancestors from the root down, this team last: a subtree is one containment test.
  path uuid[] not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references teams (tenant_id, id)
);

create table users (
  tenant_id uuid not null references tenants,
  id uuid not null,
  -- The sign-in identity (auth_user.id); null while invited or once erased.
  identity_id text,
  name text not null,
  email text not null,
  title text,
  team_id uuid,
  roles text[] not null,
  scope text not null check (scope in ('self', 'team', 'tree', 'all')),
  active boolean not null default true,
  lang text not null default 'zh' check (lang in ('zh', 'en')),
  time_zone text not null default 'Asia/Shanghai',
  settings jsonb not null default '{}',
  signed_in_at timestamptz,
  -- Sessions that began earlier do not count in this company: set when she leaves, so that coming back is a new sign-in.
  sessions_from timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, email),
  foreign key (tenant_id, team_id) references teams (tenant_id, id)
);
create index users_team on users (tenant_id, team_id);
create index users_name on users (tenant_id, name, id);

-- What a company decided for itself; no row: the defaults of src/company/company.ts.
create table company_settings (
  tenant_id uuid primary key references tenants,
  -- null: as it was founded (tenants.name).
  name text,
  settings jsonb not null default '{}',
  version int not null default 1
);

-- Links by which people come in: new ones, and those who lost their password.
create table invitations (
  tenant_id uuid not null references tenants,
  id uuid not null,
  -- Set: a new password for this person, who is in already.
  user_id uuid,
  drops_second_factor boolean not null default false,
  email text not null,
  name text not null,
  team_id uuid,
  roles text[] not null,
  scope text not null,
  -- SHA-256 of the link's secret.
  token_hash text not null,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, team_id) references teams (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);

-- What programs may do for the person who made the key; never more than she may herself.
create table api_keys (
  tenant_id uuid not null references tenants,
  id uuid not null,
  user_id uuid not null,
  name text not null,
  -- First characters, to tell keys apart.
  start text not null,
  -- SHA-256 of the key.
  key_hash text not null,
  permissions text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, key_hash),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index api_keys_user on api_keys (tenant_id, user_id);

create table events (
  tenant_id uuid not null references tenants,
  id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  type text not null,
  subject_kind text not null,
  subject_id uuid not null,
  account_id uuid,
  data jsonb not null,
  request_id text,
  primary key (tenant_id, id)
);
create index events_subject on events (tenant_id, subject_id, id);
create index events_at on events (tenant_id, at, id);
create index events_actor on events (tenant_id, actor_id, at, id);
create index events_account on events (tenant_id, account_id, id) where account_id is not null;

-- The hash chain over events: each seal covers one event and the seal before it.
create table event_seals (
  tenant_id uuid not null references tenants,
  -- 1, 2, 3 … without gaps.
  seq bigint not null,
  event_id uuid not null,
  hash text not null,
  primary key (tenant_id, seq),
  unique (tenant_id, event_id)
);

create table idempotency_keys (
  tenant_id uuid not null references tenants,
  user_id uuid not null,
  key text not null,
  fingerprint text not null,
  answer jsonb,
  at timestamptz not null,
  primary key (tenant_id, user_id, key)
);
create index idempotency_keys_at on idempotency_keys (tenant_id, at);

-- A saved view of a list: its filters, sort and columns, as the list's URL holds them.
create table saved_views (
  tenant_id uuid not null references tenants,
  id uuid not null,
  user_id uuid not null,
  list text not null,
  name text not null,
  query text not null,
  shared boolean not null default false,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index saved_views_list on saved_views (tenant_id, list, user_id);

create table notifications (
  tenant_id uuid not null references tenants,
  id uuid not null,
  user_id uuid not null,
  event_id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  data jsonb not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (tenant_id, id)
);
create index notifications_unread on notifications (tenant_id, user_id, id) where read_at is null;

alter table teams enable row level security;
create policy tenant on teams using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table users enable row level security;
create policy tenant on users using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table invitations enable row level security;
create policy tenant on invitations using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table company_settings enable row level security;
create policy tenant on company_settings using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table api_keys enable row level security;
create policy tenant on api_keys using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table events enable row level security;
create policy tenant on events using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
revoke update, delete on events from longmen_tenant;
alter table event_seals enable row level security;
create policy tenant on event_seals using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
revoke update, delete on event_seals from longmen_tenant;
alter table idempotency_keys enable row level security;
create policy tenant on idempotency_keys using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table saved_views enable row level security;
create policy tenant on saved_views using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table notifications enable row level security;
create policy tenant on notifications using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
