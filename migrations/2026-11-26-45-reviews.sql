-- Deal reviews 商机评审 (Domain §14): who meets when over which deals, what was on the table, and what came of it.

create table reviews (
  tenant_id uuid not null references tenants,
  id uuid not null,
  name text not null,
  -- Chosen deals (one, or several), or those of a team.
  kind text not null check (kind in ('deals', 'team')),
  team_id uuid,
  held_on date not null,
  state text not null check (state in ('planned', 'running', 'closed')),
  chair_id uuid not null,
  -- Who takes part, the chair among them.
  member_ids uuid[] not null default '{}',
  summary text not null default '',
  started_at timestamptz,
  closed_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, chair_id) references users (tenant_id, id)
);
create index reviews_held on reviews (tenant_id, held_on, id);
create index reviews_members on reviews using gin (tenant_id, member_ids);

create table review_items (
  tenant_id uuid not null references tenants,
  id uuid not null,
  review_id uuid not null,
  deal_id uuid not null,
  position int not null,
  -- Taken off the agenda before it began: what was prepared and said about it is kept.
  skipped boolean not null default false,
  -- Why it should be talked about, as counted when the review began.
  reasons text[] not null default '{}',
  -- What was on the table: frozen when the review begins (src/reviews/agenda.ts); null before.
  agenda jsonb,
  notes text not null default '',
  decision text not null default '',
  discussed_at timestamptz,
  version int not null default 1,
  updated_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, review_id, deal_id),
  foreign key (tenant_id, review_id) references reviews (tenant_id, id),
  foreign key (tenant_id, deal_id) references deals (tenant_id, id)
);
create index review_items_deal on review_items (tenant_id, deal_id);

-- What was asked about a deal, and what could lose it.
create table review_points (
  tenant_id uuid not null references tenants,
  id uuid not null,
  item_id uuid not null,
  kind text not null check (kind in ('question', 'vulnerability')),
  text text not null,
  answer text not null default '',
  -- The check of the deal's method that it is about.
  check_id text,
  created_by uuid not null,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references review_items (tenant_id, id)
);
create index review_points_item on review_points (tenant_id, item_id);

-- Tasks that a review gave; what the next review tests.
create table review_acts (
  tenant_id uuid not null references tenants,
  task_id uuid not null,
  item_id uuid not null,
  -- The vulnerability that it answers.
  point_id uuid,
  primary key (tenant_id, task_id),
  foreign key (tenant_id, task_id) references tasks (tenant_id, id),
  foreign key (tenant_id, item_id) references review_items (tenant_id, id),
  foreign key (tenant_id, point_id) references review_points (tenant_id, id)
);
create index review_acts_item on review_acts (tenant_id, item_id);
create index review_acts_point on review_acts (tenant_id, point_id) where point_id is not null;

create table review_comments (
  tenant_id uuid not null references tenants,
  id uuid not null,
  item_id uuid not null,
  author_id uuid not null,
  body text not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references review_items (tenant_id, id),
  foreign key (tenant_id, author_id) references users (tenant_id, id)
);
create index review_comments_item on review_comments (tenant_id, item_id);

alter table reviews enable row level security;
create policy tenant on reviews using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table review_items enable row level security;
create policy tenant on review_items using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table review_points enable row level security;
create policy tenant on review_points using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table review_acts enable row level security;
create policy tenant on review_acts using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
alter table review_comments enable row level security;
create policy tenant on review_comments using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
