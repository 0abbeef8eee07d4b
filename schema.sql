-- Written by `npm run schema` from the migrations, to be read and reviewed. Do not edit, do not run.

CREATE TABLE account_members (
  tenant_id uuid NOT NULL,
  account_id uuid NOT NULL,
  user_id uuid NOT NULL,
  role text NOT NULL,
  CONSTRAINT account_members_pkey PRIMARY KEY (tenant_id, account_id, user_id),
  CONSTRAINT account_members_role_check CHECK ((role = ANY (ARRAY['sales'::text, 'presales'::text, 'service'::text, 'sponsor'::text]))),
  CONSTRAINT account_members_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT account_members_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id)
);
ALTER TABLE account_members ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON account_members AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON account_members TO longmen_tenant;

CREATE TABLE accounts (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  aliases text[] NOT NULL DEFAULT '{}'::text[],
  name_key text NOT NULL,
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
  phone_key text,
  parent_id uuid,
  source text,
  owner_id uuid,
  team_id uuid,
  member_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  tags text[] NOT NULL DEFAULT '{}'::text[],
  custom jsonb NOT NULL DEFAULT '{}'::jsonb,
  grams text[] NOT NULL DEFAULT '{}'::text[],
  merged_into uuid,
  import_id uuid,
  version integer NOT NULL DEFAULT 1,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT accounts_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT accounts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT accounts_tenant_id_merged_into_fkey FOREIGN KEY (tenant_id, merged_into) REFERENCES accounts(tenant_id, id),
  CONSTRAINT accounts_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES users(tenant_id, id),
  CONSTRAINT accounts_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES accounts(tenant_id, id)
);
CREATE UNIQUE INDEX accounts_credit_code ON accounts USING btree (tenant_id, credit_code) WHERE ((credit_code IS NOT NULL) AND (merged_into IS NULL));
CREATE INDEX accounts_grams ON accounts USING gin (tenant_id, grams) WITH (gin_pending_list_limit='512');
CREATE INDEX accounts_import ON accounts USING btree (tenant_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX accounts_members ON accounts USING gin (tenant_id, member_ids);
CREATE INDEX accounts_merged ON accounts USING btree (tenant_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX accounts_name ON accounts USING btree (tenant_id, name, id);
CREATE INDEX accounts_name_key ON accounts USING btree (tenant_id, name_key);
CREATE INDEX accounts_owner ON accounts USING btree (tenant_id, owner_id);
CREATE INDEX accounts_parent ON accounts USING btree (tenant_id, parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX accounts_phone_key ON accounts USING btree (tenant_id, phone_key) WHERE (phone_key IS NOT NULL);
CREATE INDEX accounts_team ON accounts USING btree (tenant_id, team_id);
CREATE INDEX accounts_updated ON accounts USING btree (tenant_id, updated_at, id);
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON accounts AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts TO longmen_tenant;

CREATE TABLE api_keys (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  name text NOT NULL,
  start text NOT NULL,
  key_hash text NOT NULL,
  permissions text[] NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT api_keys_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT api_keys_tenant_id_key_hash_key UNIQUE (tenant_id, key_hash),
  CONSTRAINT api_keys_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id)
);
CREATE INDEX api_keys_user ON api_keys USING btree (tenant_id, user_id);
ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON api_keys AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON api_keys TO longmen_tenant;

CREATE TABLE attachment_contents (
  tenant_id uuid NOT NULL,
  sha256 text NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT attachment_contents_pkey PRIMARY KEY (tenant_id, sha256),
  CONSTRAINT attachment_contents_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
ALTER TABLE attachment_contents ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON attachment_contents AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON attachment_contents TO longmen_tenant;

CREATE TABLE attachments (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes integer NOT NULL,
  sha256 text NOT NULL,
  added_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  deleted_at timestamp with time zone,
  CONSTRAINT attachments_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT attachments_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['account'::text, 'contact'::text, 'deal'::text, 'evidence'::text]))),
  CONSTRAINT attachments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX attachments_created ON attachments USING btree (tenant_id, created_at);
CREATE INDEX attachments_subject ON attachments USING btree (tenant_id, subject_id);
ALTER TABLE attachments ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON attachments AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON attachments TO longmen_tenant;

CREATE TABLE auth_account (
  id text NOT NULL,
  accountId text NOT NULL,
  providerId text NOT NULL,
  userId text NOT NULL,
  accessToken text,
  refreshToken text,
  idToken text,
  accessTokenExpiresAt timestamp with time zone,
  refreshTokenExpiresAt timestamp with time zone,
  scope text,
  password text,
  createdAt timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updatedAt timestamp with time zone NOT NULL,
  CONSTRAINT auth_account_pkey PRIMARY KEY (id),
  CONSTRAINT auth_account_userId_fkey FOREIGN KEY ("userId") REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX auth_account_user ON auth_account USING btree ("userId");
ALTER TABLE auth_account ENABLE ROW LEVEL SECURITY;
-- not for longmen_tenant

CREATE TABLE auth_lockouts (
  email text NOT NULL,
  failures integer NOT NULL,
  failed_at timestamp with time zone NOT NULL,
  locked_until timestamp with time zone,
  CONSTRAINT auth_lockouts_pkey PRIMARY KEY (email)
);
ALTER TABLE auth_lockouts ENABLE ROW LEVEL SECURITY;
-- not for longmen_tenant

CREATE TABLE auth_memberships (
  identity_id text NOT NULL,
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  CONSTRAINT auth_memberships_pkey PRIMARY KEY (identity_id, tenant_id),
  CONSTRAINT auth_memberships_identity_id_fkey FOREIGN KEY (identity_id) REFERENCES auth_user(id) ON DELETE CASCADE,
  CONSTRAINT auth_memberships_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
CREATE INDEX auth_memberships_user ON auth_memberships USING btree (tenant_id, user_id);
ALTER TABLE auth_memberships ENABLE ROW LEVEL SECURITY;
-- not for longmen_tenant

CREATE TABLE auth_session (
  id text NOT NULL,
  expiresAt timestamp with time zone NOT NULL,
  token text NOT NULL,
  createdAt timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updatedAt timestamp with time zone NOT NULL,
  ipAddress text,
  userAgent text,
  userId text NOT NULL,
  CONSTRAINT auth_session_pkey PRIMARY KEY (id),
  CONSTRAINT auth_session_token_key UNIQUE (token),
  CONSTRAINT auth_session_userId_fkey FOREIGN KEY ("userId") REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX auth_session_user ON auth_session USING btree ("userId");
ALTER TABLE auth_session ENABLE ROW LEVEL SECURITY;
-- not for longmen_tenant

CREATE TABLE auth_two_factor (
  id text NOT NULL,
  secret text NOT NULL,
  backupCodes text NOT NULL,
  userId text NOT NULL,
  verified boolean,
  failedVerificationCount integer,
  lockedUntil timestamp with time zone,
  CONSTRAINT auth_two_factor_pkey PRIMARY KEY (id),
  CONSTRAINT auth_two_factor_userId_fkey FOREIGN KEY ("userId") REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX auth_two_factor_secret ON auth_two_factor USING btree (secret);
CREATE INDEX auth_two_factor_user ON auth_two_factor USING btree ("userId");
ALTER TABLE auth_two_factor ENABLE ROW LEVEL SECURITY;
-- not for longmen_tenant

CREATE TABLE auth_user (
  id text NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  emailVerified boolean NOT NULL,
  image text,
  createdAt timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updatedAt timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  twoFactorEnabled boolean,
  CONSTRAINT auth_user_pkey PRIMARY KEY (id),
  CONSTRAINT auth_user_email_key UNIQUE (email)
);
ALTER TABLE auth_user ENABLE ROW LEVEL SECURITY;
-- not for longmen_tenant

CREATE TABLE auth_verification (
  id text NOT NULL,
  identifier text NOT NULL,
  value text NOT NULL,
  expiresAt timestamp with time zone NOT NULL,
  createdAt timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updatedAt timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT auth_verification_pkey PRIMARY KEY (id)
);
CREATE INDEX auth_verification_identifier ON auth_verification USING btree (identifier);
ALTER TABLE auth_verification ENABLE ROW LEVEL SECURITY;
-- not for longmen_tenant

CREATE TABLE chain_changes (
  tenant_id uuid NOT NULL,
  map_kind text NOT NULL,
  map_id uuid NOT NULL,
  seq integer NOT NULL,
  at timestamp with time zone NOT NULL,
  by uuid NOT NULL,
  item text NOT NULL,
  item_id uuid NOT NULL,
  act text NOT NULL,
  fields jsonb NOT NULL,
  evidence_id uuid,
  reason text,
  CONSTRAINT chain_changes_pkey PRIMARY KEY (tenant_id, map_id, seq),
  CONSTRAINT chain_changes_act_check CHECK ((act = ANY (ARRAY['added'::text, 'changed'::text, 'removed'::text, 'confirmed'::text]))),
  CONSTRAINT chain_changes_item_check CHECK ((item = ANY (ARRAY['node'::text, 'edge'::text, 'faction'::text]))),
  CONSTRAINT chain_changes_map_kind_check CHECK ((map_kind = ANY (ARRAY['account'::text, 'deal'::text]))),
  CONSTRAINT chain_changes_seq_check CHECK ((seq > 0)),
  CONSTRAINT chain_changes_tenant_id_by_fkey FOREIGN KEY (tenant_id, by) REFERENCES users(tenant_id, id),
  CONSTRAINT chain_changes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX chain_changes_item ON chain_changes USING btree (tenant_id, item_id);
ALTER TABLE chain_changes ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON chain_changes AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON chain_changes TO longmen_tenant;

CREATE TABLE chain_places (
  tenant_id uuid NOT NULL,
  map_id uuid NOT NULL,
  item_id uuid NOT NULL,
  x double precision NOT NULL,
  y double precision NOT NULL,
  CONSTRAINT chain_places_pkey PRIMARY KEY (tenant_id, map_id, item_id),
  CONSTRAINT chain_places_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
ALTER TABLE chain_places ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON chain_places AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON chain_places TO longmen_tenant;

CREATE TABLE chain_signs (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  deal_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  signal text NOT NULL,
  on_day date NOT NULL,
  occasion text,
  evidence_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT chain_signs_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT chain_signs_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  CONSTRAINT chain_signs_tenant_id_deal_id_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES deals(tenant_id, id),
  CONSTRAINT chain_signs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT chain_signs_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES users(tenant_id, id)
);
CREATE INDEX chain_signs_contact ON chain_signs USING btree (tenant_id, contact_id);
CREATE INDEX chain_signs_deal ON chain_signs USING btree (tenant_id, deal_id);
ALTER TABLE chain_signs ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON chain_signs AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON chain_signs TO longmen_tenant;

CREATE TABLE chain_tellings (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  deal_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  on_day date NOT NULL,
  statement text NOT NULL,
  outcome text NOT NULL,
  settled_on date,
  recorded_by uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT chain_tellings_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT chain_tellings_outcome_check CHECK ((outcome = ANY (ARRAY['open'::text, 'proven'::text, 'refuted'::text]))),
  CONSTRAINT chain_tellings_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  CONSTRAINT chain_tellings_tenant_id_deal_id_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES deals(tenant_id, id),
  CONSTRAINT chain_tellings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT chain_tellings_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES users(tenant_id, id)
);
CREATE INDEX chain_tellings_contact ON chain_tellings USING btree (tenant_id, contact_id);
CREATE INDEX chain_tellings_deal ON chain_tellings USING btree (tenant_id, deal_id);
ALTER TABLE chain_tellings ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON chain_tellings AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON chain_tellings TO longmen_tenant;

CREATE TABLE company_settings (
  tenant_id uuid NOT NULL,
  name text,
  settings jsonb NOT NULL DEFAULT '{}'::jsonb,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT company_settings_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT company_settings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
ALTER TABLE company_settings ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON company_settings AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON company_settings TO longmen_tenant;

CREATE TABLE contact_employments (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  contact_id uuid NOT NULL,
  account_id uuid NOT NULL,
  title text,
  department text,
  from_on date,
  to_on date,
  CONSTRAINT contact_employments_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT contact_employments_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id),
  CONSTRAINT contact_employments_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX contact_employments_account ON contact_employments USING btree (tenant_id, account_id);
CREATE INDEX contact_employments_contact ON contact_employments USING btree (tenant_id, contact_id);
ALTER TABLE contact_employments ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON contact_employments AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON contact_employments TO longmen_tenant;

CREATE TABLE contacts (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  account_id uuid,
  title text,
  department text,
  mobile text,
  phone text,
  email text,
  wechat text,
  owner_id uuid,
  team_id uuid,
  tags text[] NOT NULL DEFAULT '{}'::text[],
  custom jsonb NOT NULL DEFAULT '{}'::jsonb,
  grams text[] NOT NULL DEFAULT '{}'::text[],
  merged_into uuid,
  import_id uuid,
  version integer NOT NULL DEFAULT 1,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  public_official boolean NOT NULL DEFAULT false,
  erased_at timestamp with time zone,
  hold_reason text,
  hold_by uuid,
  hold_at timestamp with time zone,
  kept_on date,
  kept_reason text,
  kept_by uuid,
  CONSTRAINT contacts_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT contacts_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id),
  CONSTRAINT contacts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT contacts_tenant_id_merged_into_fkey FOREIGN KEY (tenant_id, merged_into) REFERENCES contacts(tenant_id, id),
  CONSTRAINT contacts_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES users(tenant_id, id)
);
CREATE INDEX contacts_account ON contacts USING btree (tenant_id, account_id);
CREATE INDEX contacts_grams ON contacts USING gin (tenant_id, grams) WITH (gin_pending_list_limit='512');
CREATE INDEX contacts_import ON contacts USING btree (tenant_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX contacts_kept ON contacts USING btree (tenant_id, kept_on) WHERE (kept_on IS NOT NULL);
CREATE INDEX contacts_merged ON contacts USING btree (tenant_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX contacts_name ON contacts USING btree (tenant_id, name, id);
CREATE INDEX contacts_owner ON contacts USING btree (tenant_id, owner_id);
CREATE INDEX contacts_updated ON contacts USING btree (tenant_id, updated_at, id);
ALTER TABLE contacts ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON contacts AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON contacts TO longmen_tenant;

CREATE TABLE custom_fields (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  noun text NOT NULL,
  key text NOT NULL,
  label text NOT NULL,
  label_en text,
  type text NOT NULL,
  choices text[] NOT NULL DEFAULT '{}'::text[],
  position integer NOT NULL,
  archived boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT custom_fields_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT custom_fields_noun_check CHECK ((noun = ANY (ARRAY['account'::text, 'contact'::text, 'deal'::text]))),
  CONSTRAINT custom_fields_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT custom_fields_tenant_id_noun_key_key UNIQUE (tenant_id, noun, key),
  CONSTRAINT custom_fields_type_check CHECK ((type = ANY (ARRAY['text'::text, 'number'::text, 'day'::text, 'choice'::text, 'choices'::text, 'yesNo'::text])))
);
ALTER TABLE custom_fields ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON custom_fields AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON custom_fields TO longmen_tenant;

CREATE TABLE deal_lines (
  tenant_id uuid NOT NULL,
  deal_id uuid NOT NULL,
  id uuid NOT NULL,
  product_id uuid NOT NULL,
  quantity numeric(18,4) NOT NULL,
  unit_price bigint NOT NULL,
  amount bigint NOT NULL,
  position integer NOT NULL,
  CONSTRAINT deal_lines_pkey PRIMARY KEY (tenant_id, deal_id, id),
  CONSTRAINT deal_lines_quantity_check CHECK ((quantity > (0)::numeric)),
  CONSTRAINT deal_lines_tenant_id_deal_id_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES deals(tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT deal_lines_tenant_id_product_id_fkey FOREIGN KEY (tenant_id, product_id) REFERENCES products(tenant_id, id),
  CONSTRAINT deal_lines_unit_price_check CHECK ((unit_price >= 0))
);
CREATE INDEX deal_lines_product ON deal_lines USING btree (tenant_id, product_id);
ALTER TABLE deal_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON deal_lines AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON deal_lines TO longmen_tenant;

CREATE TABLE deal_members (
  tenant_id uuid NOT NULL,
  deal_id uuid NOT NULL,
  user_id uuid NOT NULL,
  role text NOT NULL,
  CONSTRAINT deal_members_pkey PRIMARY KEY (tenant_id, deal_id, user_id),
  CONSTRAINT deal_members_role_check CHECK ((role = ANY (ARRAY['sales'::text, 'presales'::text, 'service'::text, 'sponsor'::text]))),
  CONSTRAINT deal_members_tenant_id_deal_id_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES deals(tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT deal_members_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id)
);
ALTER TABLE deal_members ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON deal_members AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON deal_members TO longmen_tenant;

CREATE TABLE deal_states (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  deal_id uuid NOT NULL,
  since timestamp with time zone NOT NULL,
  until timestamp with time zone NOT NULL DEFAULT 'infinity'::timestamp with time zone,
  state text NOT NULL,
  finished boolean NOT NULL,
  playbook_id text NOT NULL,
  stage_id text NOT NULL,
  stay_since timestamp with time zone NOT NULL,
  amount bigint,
  currency text NOT NULL,
  close_on date,
  closed_on date,
  owner_id uuid,
  team_id uuid,
  grade text,
  origin text,
  buyer_entry text,
  next_state text,
  next_stage text,
  import_id uuid,
  CONSTRAINT deal_states_pkey PRIMARY KEY (tenant_id, deal_id, id),
  CONSTRAINT deal_states_state_check CHECK ((state = ANY (ARRAY['open'::text, 'parked'::text, 'won'::text, 'lost'::text]))),
  CONSTRAINT deal_states_tenant_id_deal_id_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES deals(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX deal_states_closed ON deal_states USING btree (tenant_id, closed_on) WHERE ((until = 'infinity'::timestamp with time zone) AND (state = ANY (ARRAY['won'::text, 'lost'::text])));
CREATE INDEX deal_states_live ON deal_states USING btree (tenant_id, playbook_id, stage_id) WHERE ((until = 'infinity'::timestamp with time zone) AND ((state = 'open'::text) OR ((state = 'won'::text) AND (NOT finished))));
CREATE INDEX deal_states_open ON deal_states USING btree (tenant_id, until, since) WHERE (state = 'open'::text);
CREATE INDEX deal_states_since ON deal_states USING btree (tenant_id, since);
CREATE INDEX deal_states_until ON deal_states USING btree (tenant_id, until);
ALTER TABLE deal_states ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON deal_states AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON deal_states TO longmen_tenant;

CREATE TABLE deals (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  account_id uuid,
  amount bigint,
  currency text NOT NULL DEFAULT 'CNY'::text,
  close_on date,
  origin text,
  class text NOT NULL,
  grade text,
  state text NOT NULL,
  playbook_id text NOT NULL,
  playbook_version integer NOT NULL,
  stage_id text NOT NULL,
  stage_since timestamp with time zone NOT NULL,
  buyer_stage text,
  reason text,
  reason_note text,
  winner text,
  price_gap bigint,
  revisit_on date,
  closed_on date,
  finished_on date,
  facts jsonb NOT NULL DEFAULT '{"lists": {}, "values": {}}'::jsonb,
  acceptances jsonb NOT NULL DEFAULT '[]'::jsonb,
  overrides jsonb NOT NULL DEFAULT '[]'::jsonb,
  gate_met integer NOT NULL DEFAULT 0,
  gate_total integer NOT NULL DEFAULT 0,
  owner_id uuid,
  team_id uuid,
  member_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  tags text[] NOT NULL DEFAULT '{}'::text[],
  custom jsonb NOT NULL DEFAULT '{}'::jsonb,
  grams text[] NOT NULL DEFAULT '{}'::text[],
  import_id uuid,
  version integer NOT NULL DEFAULT 1,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  former_methods jsonb NOT NULL DEFAULT '[]'::jsonb,
  lints text[] NOT NULL DEFAULT '{}'::text[],
  lint_serious integer NOT NULL DEFAULT 0,
  CONSTRAINT deals_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT deals_amount_check CHECK ((amount >= 0)),
  CONSTRAINT deals_class_check CHECK ((class = ANY (ARRAY['lead'::text, 'opportunity'::text, 'project'::text]))),
  CONSTRAINT deals_grade_check CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  CONSTRAINT deals_state_check CHECK ((state = ANY (ARRAY['open'::text, 'parked'::text, 'won'::text, 'lost'::text]))),
  CONSTRAINT deals_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id),
  CONSTRAINT deals_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT deals_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES users(tenant_id, id),
  CONSTRAINT deals_tenant_id_playbook_id_playbook_version_fkey FOREIGN KEY (tenant_id, playbook_id, playbook_version) REFERENCES playbooks(tenant_id, id, version)
);
CREATE INDEX deals_account ON deals USING btree (tenant_id, account_id);
CREATE INDEX deals_amount ON deals USING btree (tenant_id, COALESCE(amount, ('-1'::integer)::bigint), id);
CREATE INDEX deals_board ON deals USING btree (tenant_id, playbook_id, stage_id, COALESCE(close_on, '9999-12-31'::date), id) WHERE (state = 'open'::text);
CREATE INDEX deals_close ON deals USING btree (tenant_id, COALESCE(close_on, '9999-12-31'::date), id);
CREATE INDEX deals_grams ON deals USING gin (tenant_id, grams) WITH (gin_pending_list_limit='512');
CREATE INDEX deals_import ON deals USING btree (tenant_id, import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX deals_members ON deals USING gin (tenant_id, member_ids);
CREATE INDEX deals_name ON deals USING btree (tenant_id, name, id);
CREATE INDEX deals_open_amount ON deals USING btree (tenant_id, COALESCE(amount, ('-1'::integer)::bigint), id) WHERE (state = 'open'::text);
CREATE INDEX deals_open_close ON deals USING btree (tenant_id, COALESCE(close_on, '9999-12-31'::date), id) WHERE (state = 'open'::text);
CREATE INDEX deals_overridden ON deals USING btree (tenant_id, updated_at, id) WHERE ((state = 'open'::text) AND (overrides <> '[]'::jsonb));
CREATE INDEX deals_owner ON deals USING btree (tenant_id, owner_id);
CREATE INDEX deals_stage_since ON deals USING btree (tenant_id, playbook_id, stage_id, stage_since) WHERE (state = 'open'::text);
CREATE INDEX deals_team ON deals USING btree (tenant_id, team_id);
CREATE INDEX deals_updated ON deals USING btree (tenant_id, updated_at, id);
ALTER TABLE deals ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON deals AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON deals TO longmen_tenant;

CREATE TABLE default_views (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  list text NOT NULL,
  view_id uuid NOT NULL,
  CONSTRAINT default_views_pkey PRIMARY KEY (tenant_id, user_id, list),
  CONSTRAINT default_views_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT default_views_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  CONSTRAINT default_views_tenant_id_view_id_fkey FOREIGN KEY (tenant_id, view_id) REFERENCES saved_views(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX default_views_view ON default_views USING btree (tenant_id, view_id);
ALTER TABLE default_views ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON default_views AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON default_views TO longmen_tenant;

CREATE TABLE evaluation_models (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  model jsonb NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  changed_by uuid NOT NULL,
  CONSTRAINT evaluation_models_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT evaluation_models_tenant_id_changed_by_fkey FOREIGN KEY (tenant_id, changed_by) REFERENCES users(tenant_id, id),
  CONSTRAINT evaluation_models_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT evaluation_models_version_check CHECK ((version > 0))
);
ALTER TABLE evaluation_models ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON evaluation_models AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON evaluation_models TO longmen_tenant;

CREATE TABLE event_blankings (
  tenant_id uuid NOT NULL,
  attested_by uuid NOT NULL,
  event_id uuid NOT NULL,
  hash text NOT NULL,
  CONSTRAINT event_blankings_pkey PRIMARY KEY (tenant_id, attested_by, event_id),
  CONSTRAINT event_blankings_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES events(tenant_id, id),
  CONSTRAINT event_blankings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX event_blankings_event ON event_blankings USING btree (tenant_id, event_id, attested_by);
ALTER TABLE event_blankings ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON event_blankings AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON event_blankings TO longmen_tenant;

CREATE TABLE event_seals (
  tenant_id uuid NOT NULL,
  seq bigint NOT NULL,
  event_id uuid NOT NULL,
  hash text NOT NULL,
  CONSTRAINT event_seals_pkey PRIMARY KEY (tenant_id, seq),
  CONSTRAINT event_seals_tenant_id_event_id_key UNIQUE (tenant_id, event_id),
  CONSTRAINT event_seals_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
ALTER TABLE event_seals ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON event_seals AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON event_seals TO longmen_tenant;

CREATE TABLE events (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  actor_id uuid,
  type text NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  account_id uuid,
  data jsonb NOT NULL,
  request_id text,
  salt text,
  CONSTRAINT events_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX events_account ON events USING btree (tenant_id, account_id, id) WHERE (account_id IS NOT NULL);
CREATE INDEX events_actor ON events USING btree (tenant_id, actor_id, at, id);
CREATE INDEX events_at ON events USING btree (tenant_id, at, id);
CREATE INDEX events_close_moves ON events USING btree (tenant_id, subject_id, id) WHERE ((type ~~ 'deal.%'::text) AND ((data #> '{before,closeOn}'::text[]) IS NOT NULL));
CREATE INDEX events_contact ON events USING btree (tenant_id, at, subject_id) INCLUDE (type, actor_id) WHERE (subject_kind = 'contact'::text);
CREATE INDEX events_subject ON events USING btree (tenant_id, subject_id, id);
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON events AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON events TO longmen_tenant;

CREATE TABLE evidence (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  deal_id uuid NOT NULL,
  kind text NOT NULL,
  check_id text,
  signal_id text,
  direction text,
  strength text,
  statement text NOT NULL,
  source_kind text,
  source_id text,
  source_name text,
  observed_on date,
  recorded_at timestamp with time zone NOT NULL,
  recorded_by uuid NOT NULL,
  attachment_id uuid,
  retracts uuid,
  playbook_id text,
  playbook_version integer,
  CONSTRAINT evidence_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT evidence_check CHECK (((kind = 'evidence'::text) = ((check_id IS NOT NULL) AND (direction IS NOT NULL) AND (strength IS NOT NULL) AND (source_kind IS NOT NULL) AND (observed_on IS NOT NULL)))),
  CONSTRAINT evidence_check1 CHECK (((kind = 'evidence'::text) OR (retracts IS NOT NULL))),
  CONSTRAINT evidence_direction_check CHECK ((direction = ANY (ARRAY['supports'::text, 'refutes'::text]))),
  CONSTRAINT evidence_kind_check CHECK ((kind = ANY (ARRAY['evidence'::text, 'retraction'::text]))),
  CONSTRAINT evidence_source_kind_check CHECK ((source_kind = ANY (ARRAY['stakeholder'::text, 'channel'::text, 'document'::text, 'observation'::text]))),
  CONSTRAINT evidence_strength_check CHECK ((strength = ANY (ARRAY['rumour'::text, 'said'::text, 'done'::text, 'written'::text]))),
  CONSTRAINT evidence_tenant_id_deal_id_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES deals(tenant_id, id),
  CONSTRAINT evidence_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT evidence_tenant_id_playbook_id_playbook_version_fkey FOREIGN KEY (tenant_id, playbook_id, playbook_version) REFERENCES playbooks(tenant_id, id, version),
  CONSTRAINT evidence_tenant_id_retracts_fkey FOREIGN KEY (tenant_id, retracts) REFERENCES evidence(tenant_id, id)
);
CREATE INDEX evidence_deal ON evidence USING btree (tenant_id, deal_id, id);
CREATE INDEX evidence_recorded ON evidence USING btree (tenant_id, recorded_at);
CREATE INDEX evidence_source ON evidence USING btree (tenant_id, source_id, recorded_at) WHERE (source_id IS NOT NULL);
CREATE INDEX evidence_sourced ON evidence USING btree (tenant_id, recorded_at, source_id) WHERE (source_id IS NOT NULL);
ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON evidence AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON evidence TO longmen_tenant;

CREATE TABLE external_ids (
  tenant_id uuid NOT NULL,
  noun text NOT NULL,
  external_id text NOT NULL,
  record_id uuid NOT NULL,
  import_id uuid NOT NULL,
  CONSTRAINT external_ids_pkey PRIMARY KEY (tenant_id, noun, external_id),
  CONSTRAINT external_ids_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX external_ids_record ON external_ids USING btree (tenant_id, record_id);
ALTER TABLE external_ids ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON external_ids AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON external_ids TO longmen_tenant;

CREATE TABLE gift_people (
  tenant_id uuid NOT NULL,
  gift_id uuid NOT NULL,
  place integer NOT NULL,
  contact_id uuid NOT NULL,
  share bigint NOT NULL,
  CONSTRAINT gift_people_pkey PRIMARY KEY (tenant_id, gift_id, place),
  CONSTRAINT gift_people_share_check CHECK ((share >= 0)),
  CONSTRAINT gift_people_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  CONSTRAINT gift_people_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT gift_people_tenant_id_gift_id_fkey FOREIGN KEY (tenant_id, gift_id) REFERENCES gifts(tenant_id, id)
);
CREATE INDEX gift_people_contact ON gift_people USING btree (tenant_id, contact_id);
ALTER TABLE gift_people ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON gift_people AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON gift_people TO longmen_tenant;

CREATE TABLE gift_policies (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  policy jsonb NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  changed_by uuid NOT NULL,
  CONSTRAINT gift_policies_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT gift_policies_tenant_id_changed_by_fkey FOREIGN KEY (tenant_id, changed_by) REFERENCES users(tenant_id, id),
  CONSTRAINT gift_policies_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
ALTER TABLE gift_policies ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON gift_policies AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON gift_policies TO longmen_tenant;

CREATE TABLE gifts (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  direction text NOT NULL,
  kind text NOT NULL,
  account_id uuid NOT NULL,
  deal_id uuid,
  on_day date NOT NULL,
  amount bigint NOT NULL,
  currency text NOT NULL,
  unnamed integer NOT NULL DEFAULT 0,
  heads integer NOT NULL,
  purpose text NOT NULL,
  official boolean NOT NULL,
  state text NOT NULL,
  exceeds jsonb NOT NULL DEFAULT '[]'::jsonb,
  owner_id uuid NOT NULL,
  team_id uuid,
  member_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision text,
  voided_by uuid,
  voided_at timestamp with time zone,
  void_reason text,
  corrects uuid,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT gifts_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT gifts_amount_check CHECK ((amount > 0)),
  CONSTRAINT gifts_direction_check CHECK ((direction = ANY (ARRAY['given'::text, 'received'::text]))),
  CONSTRAINT gifts_heads_check CHECK ((heads > 0)),
  CONSTRAINT gifts_kind_check CHECK ((kind = ANY (ARRAY['gift'::text, 'meal'::text, 'travel'::text, 'ticket'::text, 'other'::text]))),
  CONSTRAINT gifts_state_check CHECK ((state = ANY (ARRAY['registered'::text, 'requested'::text, 'approved'::text, 'refused'::text, 'voided'::text]))),
  CONSTRAINT gifts_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id),
  CONSTRAINT gifts_tenant_id_corrects_fkey FOREIGN KEY (tenant_id, corrects) REFERENCES gifts(tenant_id, id),
  CONSTRAINT gifts_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  CONSTRAINT gifts_tenant_id_deal_id_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES deals(tenant_id, id),
  CONSTRAINT gifts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT gifts_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES users(tenant_id, id),
  CONSTRAINT gifts_unnamed_check CHECK ((unnamed >= 0))
);
CREATE INDEX gifts_account ON gifts USING btree (tenant_id, account_id, on_day);
CREATE INDEX gifts_amount ON gifts USING btree (tenant_id, amount, id);
CREATE INDEX gifts_corrects ON gifts USING btree (tenant_id, corrects) WHERE (corrects IS NOT NULL);
CREATE INDEX gifts_day ON gifts USING btree (tenant_id, on_day, id);
CREATE INDEX gifts_deal ON gifts USING btree (tenant_id, deal_id) WHERE (deal_id IS NOT NULL);
CREATE INDEX gifts_owner ON gifts USING btree (tenant_id, owner_id, on_day);
CREATE INDEX gifts_requested ON gifts USING btree (tenant_id, on_day, id) WHERE (state = 'requested'::text);
ALTER TABLE gifts ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON gifts AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON gifts TO longmen_tenant;

CREATE TABLE idempotency_keys (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  answer jsonb,
  at timestamp with time zone NOT NULL,
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (tenant_id, user_id, key),
  CONSTRAINT idempotency_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX idempotency_keys_at ON idempotency_keys USING btree (tenant_id, at);
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON idempotency_keys AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_keys TO longmen_tenant;

CREATE TABLE import_changes (
  tenant_id uuid NOT NULL,
  import_id uuid NOT NULL,
  noun text NOT NULL,
  record_id uuid NOT NULL,
  before jsonb,
  version_after integer NOT NULL,
  CONSTRAINT import_changes_pkey PRIMARY KEY (tenant_id, import_id, record_id),
  CONSTRAINT import_changes_tenant_id_import_id_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES imports(tenant_id, id) ON DELETE CASCADE
);
ALTER TABLE import_changes ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON import_changes AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON import_changes TO longmen_tenant;

CREATE TABLE import_faults (
  tenant_id uuid NOT NULL,
  import_id uuid NOT NULL,
  row_number integer NOT NULL,
  cells jsonb NOT NULL,
  issues jsonb NOT NULL,
  CONSTRAINT import_faults_pkey PRIMARY KEY (tenant_id, import_id, row_number),
  CONSTRAINT import_faults_tenant_id_import_id_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES imports(tenant_id, id) ON DELETE CASCADE
);
ALTER TABLE import_faults ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON import_faults AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON import_faults TO longmen_tenant;

CREATE TABLE import_parts (
  tenant_id uuid NOT NULL,
  import_id uuid NOT NULL,
  position integer NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT import_parts_pkey PRIMARY KEY (tenant_id, import_id, "position"),
  CONSTRAINT import_parts_tenant_id_import_id_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES imports(tenant_id, id) ON DELETE CASCADE
);
ALTER TABLE import_parts ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON import_parts AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON import_parts TO longmen_tenant;

CREATE TABLE imports (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  noun text NOT NULL,
  file_name text NOT NULL,
  bytes bigint NOT NULL DEFAULT 0,
  state text NOT NULL,
  layout jsonb,
  plan jsonb,
  report jsonb,
  outcome jsonb NOT NULL DEFAULT '{}'::jsonb,
  undone jsonb,
  rows_done integer NOT NULL DEFAULT 0,
  rows_total integer,
  cancel_asked boolean NOT NULL DEFAULT false,
  actor jsonb,
  failure text,
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT imports_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT imports_noun_check CHECK ((noun = ANY (ARRAY['account'::text, 'contact'::text, 'deal'::text, 'product'::text, 'user'::text]))),
  CONSTRAINT imports_state_check CHECK ((state = ANY (ARRAY['uploading'::text, 'mapping'::text, 'checking'::text, 'checked'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text, 'undoing'::text, 'undone'::text]))),
  CONSTRAINT imports_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  CONSTRAINT imports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX imports_newest ON imports USING btree (tenant_id, created_at, id);
ALTER TABLE imports ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON imports AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON imports TO longmen_tenant;

CREATE TABLE information (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid,
  deal_id uuid,
  item text NOT NULL,
  row_id uuid,
  state text NOT NULL,
  value jsonb,
  source_kind text NOT NULL,
  contact_id uuid,
  source_note text,
  observed_on date NOT NULL,
  strength text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT information_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT information_check CHECK (((account_id IS NULL) <> (deal_id IS NULL))),
  CONSTRAINT information_check1 CHECK (((source_kind = 'contact'::text) = (contact_id IS NOT NULL))),
  CONSTRAINT information_check2 CHECK ((((state = 'known'::text) = (value IS NOT NULL)) OR (row_id IS NOT NULL))),
  CONSTRAINT information_source_kind_check CHECK ((source_kind = ANY (ARRAY['contact'::text, 'document'::text, 'observation'::text, 'public'::text]))),
  CONSTRAINT information_state_check CHECK ((state = ANY (ARRAY['known'::text, 'unknown'::text, 'cleared'::text]))),
  CONSTRAINT information_strength_check CHECK ((strength = ANY (ARRAY['rumour'::text, 'said'::text, 'done'::text, 'written'::text]))),
  CONSTRAINT information_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id),
  CONSTRAINT information_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  CONSTRAINT information_tenant_id_deal_id_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES deals(tenant_id, id),
  CONSTRAINT information_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT information_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES users(tenant_id, id)
);
CREATE INDEX information_account ON information USING btree (tenant_id, account_id, item) WHERE (account_id IS NOT NULL);
CREATE INDEX information_contact ON information USING btree (tenant_id, contact_id) WHERE (contact_id IS NOT NULL);
CREATE INDEX information_deal ON information USING btree (tenant_id, deal_id, item) WHERE (deal_id IS NOT NULL);
ALTER TABLE information ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON information AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON information TO longmen_tenant;

CREATE TABLE invitations (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid,
  drops_second_factor boolean NOT NULL DEFAULT false,
  email text NOT NULL,
  name text NOT NULL,
  team_id uuid,
  roles text[] NOT NULL,
  scope text NOT NULL,
  token_hash text NOT NULL,
  invited_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone,
  joins_as uuid,
  CONSTRAINT invitations_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT invitations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT invitations_tenant_id_joins_as_fkey FOREIGN KEY (tenant_id, joins_as) REFERENCES users(tenant_id, id),
  CONSTRAINT invitations_tenant_id_team_id_fkey FOREIGN KEY (tenant_id, team_id) REFERENCES teams(tenant_id, id),
  CONSTRAINT invitations_tenant_id_token_hash_key UNIQUE (tenant_id, token_hash),
  CONSTRAINT invitations_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id)
);
ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON invitations AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON invitations TO longmen_tenant;

CREATE TABLE lint_settings (
  tenant_id uuid NOT NULL,
  settings jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  judged_version integer NOT NULL DEFAULT 0,
  changed_at timestamp with time zone NOT NULL,
  changed_by uuid NOT NULL,
  CONSTRAINT lint_settings_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT lint_settings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
ALTER TABLE lint_settings ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON lint_settings AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON lint_settings TO longmen_tenant;

CREATE TABLE lint_waivers (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  deal_id uuid NOT NULL,
  rule_id text NOT NULL,
  reason text NOT NULL,
  until_on date NOT NULL,
  waived_at timestamp with time zone NOT NULL,
  waived_by uuid NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT lint_waivers_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT lint_waivers_tenant_id_deal_id_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES deals(tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT lint_waivers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT lint_waivers_tenant_id_waived_by_fkey FOREIGN KEY (tenant_id, waived_by) REFERENCES users(tenant_id, id)
);
CREATE INDEX lint_waivers_deal ON lint_waivers USING btree (tenant_id, deal_id, until_on) WHERE (ended_at IS NULL);
ALTER TABLE lint_waivers ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON lint_waivers AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON lint_waivers TO longmen_tenant;

CREATE TABLE migrations (
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT migrations_pkey PRIMARY KEY (name)
);
ALTER TABLE migrations ENABLE ROW LEVEL SECURITY;
-- not for longmen_tenant

CREATE TABLE notes (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  account_id uuid,
  body text NOT NULL,
  author_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  deleted_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT notes_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT notes_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['account'::text, 'contact'::text, 'deal'::text]))),
  CONSTRAINT notes_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES users(tenant_id, id),
  CONSTRAINT notes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX notes_created ON notes USING btree (tenant_id, created_at);
CREATE INDEX notes_subject ON notes USING btree (tenant_id, subject_id, created_at, id);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON notes AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON notes TO longmen_tenant;

CREATE TABLE notifications (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  event_id uuid NOT NULL,
  kind text NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  data jsonb NOT NULL,
  at timestamp with time zone NOT NULL,
  read_at timestamp with time zone,
  CONSTRAINT notifications_pkey PRIMARY KEY (tenant_id, user_id, id),
  CONSTRAINT notifications_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX notifications_unread ON notifications USING btree (tenant_id, user_id, id) WHERE (read_at IS NULL);
ALTER TABLE notifications ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON notifications AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON notifications TO longmen_tenant;

CREATE TABLE partner_people (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  name text NOT NULL,
  title text,
  phone text,
  contact_id uuid,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT partner_people_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT partner_people_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  CONSTRAINT partner_people_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT partner_people_tenant_id_partner_id_fkey FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id)
);
CREATE INDEX partner_people_contact ON partner_people USING btree (tenant_id, contact_id) WHERE (contact_id IS NOT NULL);
CREATE INDEX partner_people_partner ON partner_people USING btree (tenant_id, partner_id);
ALTER TABLE partner_people ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON partner_people AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON partner_people TO longmen_tenant;

CREATE TABLE partner_ties (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  target text NOT NULL,
  contact_id uuid,
  account_id uuid,
  rival text,
  kind text NOT NULL,
  strength integer NOT NULL,
  note text,
  source text NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT partner_ties_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT partner_ties_check CHECK ((((target = 'contact'::text) = (contact_id IS NOT NULL)) AND ((target = 'rival'::text) = (rival IS NOT NULL)) AND ((target <> 'account'::text) OR (account_id IS NOT NULL)))),
  CONSTRAINT partner_ties_strength_check CHECK (((strength >= 1) AND (strength <= 3))),
  CONSTRAINT partner_ties_target_check CHECK ((target = ANY (ARRAY['contact'::text, 'account'::text, 'rival'::text]))),
  CONSTRAINT partner_ties_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id),
  CONSTRAINT partner_ties_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  CONSTRAINT partner_ties_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  CONSTRAINT partner_ties_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT partner_ties_tenant_id_partner_id_fkey FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id)
);
CREATE INDEX partner_ties_account ON partner_ties USING btree (tenant_id, account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX partner_ties_contact ON partner_ties USING btree (tenant_id, contact_id) WHERE (contact_id IS NOT NULL);
CREATE INDEX partner_ties_partner ON partner_ties USING btree (tenant_id, partner_id);
ALTER TABLE partner_ties ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON partner_ties AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON partner_ties TO longmen_tenant;

CREATE TABLE partners (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  name_key text NOT NULL,
  kind text NOT NULL,
  credit_code text,
  province text,
  city text,
  state text NOT NULL,
  state_reason text,
  contract_from date,
  contract_until date,
  note text,
  owner_id uuid NOT NULL,
  team_id uuid,
  member_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  grams text[] NOT NULL DEFAULT '{}'::text[],
  version integer NOT NULL DEFAULT 1,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT partners_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT partners_kind_check CHECK ((kind = ANY (ARRAY['dealer'::text, 'agent'::text, 'institute'::text, 'integrator'::text, 'consultant'::text, 'referrer'::text, 'other'::text]))),
  CONSTRAINT partners_state_check CHECK ((state = ANY (ARRAY['prospect'::text, 'active'::text, 'suspended'::text, 'ended'::text]))),
  CONSTRAINT partners_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT partners_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES users(tenant_id, id)
);
CREATE UNIQUE INDEX partners_credit_code ON partners USING btree (tenant_id, credit_code) WHERE (credit_code IS NOT NULL);
CREATE INDEX partners_name ON partners USING btree (tenant_id, name, id);
CREATE INDEX partners_name_key ON partners USING btree (tenant_id, name_key);
CREATE INDEX partners_owner ON partners USING btree (tenant_id, owner_id);
CREATE INDEX partners_updated ON partners USING btree (tenant_id, updated_at, id);
ALTER TABLE partners ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON partners AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON partners TO longmen_tenant;

CREATE TABLE personal_facts (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  contact_id uuid NOT NULL,
  kind text NOT NULL,
  value text,
  basis text NOT NULL,
  source text NOT NULL,
  purpose text NOT NULL,
  reason text,
  consent_on date,
  consent_how text,
  consent_scope text,
  expires_on date NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  blanked_at timestamp with time zone,
  blanked_why text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT personal_facts_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT personal_facts_basis_check CHECK ((basis = ANY (ARRAY['consent'::text, 'contract'::text, 'duty'::text, 'public'::text, 'interest'::text]))),
  CONSTRAINT personal_facts_blanked_why_check CHECK ((blanked_why = ANY (ARRAY['withdrawn'::text, 'expired'::text, 'removed'::text, 'erased'::text]))),
  CONSTRAINT personal_facts_check CHECK (((blanked_at IS NULL) = (value IS NOT NULL))),
  CONSTRAINT personal_facts_check1 CHECK (((blanked_at IS NULL) = (blanked_why IS NULL))),
  CONSTRAINT personal_facts_check2 CHECK (((basis <> 'consent'::text) OR (consent_on IS NOT NULL))),
  CONSTRAINT personal_facts_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id),
  CONSTRAINT personal_facts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT personal_facts_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES users(tenant_id, id)
);
CREATE INDEX personal_facts_contact ON personal_facts USING btree (tenant_id, contact_id, id);
CREATE INDEX personal_facts_expiry ON personal_facts USING btree (tenant_id, expires_on) WHERE (blanked_at IS NULL);
ALTER TABLE personal_facts ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON personal_facts AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON personal_facts TO longmen_tenant;

CREATE TABLE playbook_drafts (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  playbook_id text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  source text NOT NULL,
  base_version integer,
  shipped_version integer,
  version integer NOT NULL DEFAULT 1,
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT playbook_drafts_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT playbook_drafts_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES users(tenant_id, id),
  CONSTRAINT playbook_drafts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT playbook_drafts_tenant_id_playbook_id_key UNIQUE (tenant_id, playbook_id),
  CONSTRAINT playbook_drafts_tenant_id_updated_by_fkey FOREIGN KEY (tenant_id, updated_by) REFERENCES users(tenant_id, id)
);
ALTER TABLE playbook_drafts ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON playbook_drafts AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON playbook_drafts TO longmen_tenant;

CREATE TABLE playbooks (
  tenant_id uuid NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  source text NOT NULL,
  published_at timestamp with time zone NOT NULL,
  shipped_version integer,
  own boolean NOT NULL DEFAULT false,
  published_by uuid,
  note text NOT NULL DEFAULT ''::text,
  restores integer,
  CONSTRAINT playbooks_pkey PRIMARY KEY (tenant_id, id, version),
  CONSTRAINT playbooks_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT playbooks_tenant_id_published_by_fkey FOREIGN KEY (tenant_id, published_by) REFERENCES users(tenant_id, id)
);
ALTER TABLE playbooks ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON playbooks AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON playbooks TO longmen_tenant;

CREATE TABLE privacy_policies (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  policy jsonb NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  changed_by uuid NOT NULL,
  CONSTRAINT privacy_policies_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT privacy_policies_tenant_id_changed_by_fkey FOREIGN KEY (tenant_id, changed_by) REFERENCES users(tenant_id, id),
  CONSTRAINT privacy_policies_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
ALTER TABLE privacy_policies ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON privacy_policies AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON privacy_policies TO longmen_tenant;

CREATE TABLE products (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  code text,
  line text NOT NULL,
  unit text NOT NULL,
  price bigint NOT NULL,
  currency text NOT NULL,
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT products_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT products_price_check CHECK ((price >= 0)),
  CONSTRAINT products_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT products_tenant_id_name_key UNIQUE (tenant_id, name)
);
ALTER TABLE products ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON products AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON products TO longmen_tenant;

CREATE TABLE registration_policies (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  policy jsonb NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  changed_by uuid NOT NULL,
  CONSTRAINT registration_policies_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT registration_policies_tenant_id_changed_by_fkey FOREIGN KEY (tenant_id, changed_by) REFERENCES users(tenant_id, id),
  CONSTRAINT registration_policies_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
ALTER TABLE registration_policies ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON registration_policies AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT ON registration_policies TO longmen_tenant;

CREATE TABLE registrations (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  name text NOT NULL,
  project_key text NOT NULL,
  account_id uuid,
  customer_name text NOT NULL,
  customer_key text NOT NULL,
  customer_region text NOT NULL,
  credit_code text,
  amount bigint,
  currency text NOT NULL,
  close_on date,
  products text[] NOT NULL DEFAULT '{}'::text[],
  brings text NOT NULL,
  interest boolean NOT NULL,
  interest_note text,
  handling text,
  commission text NOT NULL,
  commission_percent integer,
  commission_amount bigint,
  terms_note text,
  terms_state text NOT NULL,
  terms_by uuid,
  terms_reason text,
  state text NOT NULL,
  reason text,
  decided_by uuid,
  decided_at timestamp with time zone,
  protected_from date,
  protected_until date,
  extended_by uuid,
  extended_at timestamp with time zone,
  extension_reason text,
  reminded_for date,
  deal_id uuid,
  owner_id uuid NOT NULL,
  team_id uuid,
  member_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  version integer NOT NULL DEFAULT 1,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT registrations_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT registrations_amount_check CHECK ((amount >= 0)),
  CONSTRAINT registrations_check CHECK (((commission = 'percent'::text) = (commission_percent IS NOT NULL))),
  CONSTRAINT registrations_check1 CHECK (((commission = 'fixed'::text) = (commission_amount IS NOT NULL))),
  CONSTRAINT registrations_check2 CHECK (((state <> 'accepted'::text) OR (protected_until IS NOT NULL))),
  CONSTRAINT registrations_commission_amount_check CHECK ((commission_amount > 0)),
  CONSTRAINT registrations_commission_check CHECK ((commission = ANY (ARRAY['none'::text, 'percent'::text, 'fixed'::text]))),
  CONSTRAINT registrations_commission_percent_check CHECK (((commission_percent >= 1) AND (commission_percent <= 10000))),
  CONSTRAINT registrations_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'accepted'::text, 'refused'::text, 'expired'::text, 'withdrawn'::text]))),
  CONSTRAINT registrations_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id),
  CONSTRAINT registrations_tenant_id_deal_id_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES deals(tenant_id, id),
  CONSTRAINT registrations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT registrations_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES users(tenant_id, id),
  CONSTRAINT registrations_tenant_id_partner_id_fkey FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id),
  CONSTRAINT registrations_terms_state_check CHECK ((terms_state = ANY (ARRAY['none'::text, 'within'::text, 'waiting'::text, 'approved'::text, 'refused'::text])))
);
CREATE INDEX registrations_account ON registrations USING btree (tenant_id, account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX registrations_code ON registrations USING btree (tenant_id, credit_code) WHERE (credit_code IS NOT NULL);
CREATE INDEX registrations_created ON registrations USING btree (tenant_id, created_at, id);
CREATE INDEX registrations_customer ON registrations USING btree (tenant_id, customer_key);
CREATE INDEX registrations_deal ON registrations USING btree (tenant_id, deal_id) WHERE (deal_id IS NOT NULL);
CREATE UNIQUE INDEX registrations_deal_protected ON registrations USING btree (tenant_id, deal_id) WHERE ((state = 'accepted'::text) AND (deal_id IS NOT NULL));
CREATE INDEX registrations_owner ON registrations USING btree (tenant_id, owner_id);
CREATE INDEX registrations_partner ON registrations USING btree (tenant_id, partner_id);
CREATE UNIQUE INDEX registrations_protected ON registrations USING btree (tenant_id, customer_key, customer_region, project_key) WHERE (state = 'accepted'::text);
CREATE INDEX registrations_until ON registrations USING btree (tenant_id, COALESCE(protected_until, 'infinity'::date), id);
ALTER TABLE registrations ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON registrations AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON registrations TO longmen_tenant;

CREATE TABLE review_acts (
  tenant_id uuid NOT NULL,
  task_id uuid NOT NULL,
  item_id uuid NOT NULL,
  point_id uuid,
  CONSTRAINT review_acts_pkey PRIMARY KEY (tenant_id, task_id),
  CONSTRAINT review_acts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT review_acts_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES review_items(tenant_id, id),
  CONSTRAINT review_acts_tenant_id_point_id_fkey FOREIGN KEY (tenant_id, point_id) REFERENCES review_points(tenant_id, id),
  CONSTRAINT review_acts_tenant_id_task_id_fkey FOREIGN KEY (tenant_id, task_id) REFERENCES tasks(tenant_id, id)
);
CREATE INDEX review_acts_item ON review_acts USING btree (tenant_id, item_id);
CREATE INDEX review_acts_point ON review_acts USING btree (tenant_id, point_id) WHERE (point_id IS NOT NULL);
ALTER TABLE review_acts ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON review_acts AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON review_acts TO longmen_tenant;

CREATE TABLE review_comments (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  author_id uuid NOT NULL,
  body text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  deleted_at timestamp with time zone,
  CONSTRAINT review_comments_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT review_comments_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES users(tenant_id, id),
  CONSTRAINT review_comments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT review_comments_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES review_items(tenant_id, id)
);
CREATE INDEX review_comments_item ON review_comments USING btree (tenant_id, item_id);
ALTER TABLE review_comments ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON review_comments AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON review_comments TO longmen_tenant;

CREATE TABLE review_items (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  review_id uuid NOT NULL,
  deal_id uuid NOT NULL,
  position integer NOT NULL,
  skipped boolean NOT NULL DEFAULT false,
  reasons text[] NOT NULL DEFAULT '{}'::text[],
  agenda jsonb,
  notes text NOT NULL DEFAULT ''::text,
  decision text NOT NULL DEFAULT ''::text,
  discussed_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1,
  updated_by uuid,
  CONSTRAINT review_items_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT review_items_tenant_id_deal_id_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES deals(tenant_id, id),
  CONSTRAINT review_items_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT review_items_tenant_id_review_id_deal_id_key UNIQUE (tenant_id, review_id, deal_id),
  CONSTRAINT review_items_tenant_id_review_id_fkey FOREIGN KEY (tenant_id, review_id) REFERENCES reviews(tenant_id, id)
);
CREATE INDEX review_items_deal ON review_items USING btree (tenant_id, deal_id);
ALTER TABLE review_items ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON review_items AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON review_items TO longmen_tenant;

CREATE TABLE review_points (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  answer text NOT NULL DEFAULT ''::text,
  check_id text,
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT review_points_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT review_points_kind_check CHECK ((kind = ANY (ARRAY['question'::text, 'vulnerability'::text]))),
  CONSTRAINT review_points_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT review_points_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES review_items(tenant_id, id)
);
CREATE INDEX review_points_item ON review_points USING btree (tenant_id, item_id);
ALTER TABLE review_points ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON review_points AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON review_points TO longmen_tenant;

CREATE TABLE reviews (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  team_id uuid,
  held_on date NOT NULL,
  state text NOT NULL,
  chair_id uuid NOT NULL,
  member_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  summary text NOT NULL DEFAULT ''::text,
  started_at timestamp with time zone,
  closed_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT reviews_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT reviews_kind_check CHECK ((kind = ANY (ARRAY['deals'::text, 'team'::text]))),
  CONSTRAINT reviews_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'running'::text, 'closed'::text]))),
  CONSTRAINT reviews_tenant_id_chair_id_fkey FOREIGN KEY (tenant_id, chair_id) REFERENCES users(tenant_id, id),
  CONSTRAINT reviews_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX reviews_held ON reviews USING btree (tenant_id, held_on, id);
CREATE INDEX reviews_members ON reviews USING gin (tenant_id, member_ids);
ALTER TABLE reviews ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON reviews AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON reviews TO longmen_tenant;

CREATE TABLE sales_modes (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid,
  deal_id uuid,
  answers jsonb NOT NULL,
  playbook_id text NOT NULL,
  source text NOT NULL,
  observed_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  recorded_by uuid NOT NULL,
  CONSTRAINT sales_modes_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT sales_modes_check CHECK (((account_id IS NOT NULL) OR (deal_id IS NOT NULL))),
  CONSTRAINT sales_modes_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts(tenant_id, id),
  CONSTRAINT sales_modes_tenant_id_deal_id_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES deals(tenant_id, id),
  CONSTRAINT sales_modes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT sales_modes_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES users(tenant_id, id)
);
CREATE INDEX sales_modes_account ON sales_modes USING btree (tenant_id, account_id, id) WHERE (account_id IS NOT NULL);
CREATE INDEX sales_modes_deal ON sales_modes USING btree (tenant_id, deal_id, id) WHERE (deal_id IS NOT NULL);
ALTER TABLE sales_modes ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON sales_modes AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON sales_modes TO longmen_tenant;

CREATE TABLE saved_views (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  list text NOT NULL,
  name text NOT NULL,
  query text NOT NULL,
  shared boolean NOT NULL DEFAULT false,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT saved_views_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT saved_views_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
CREATE INDEX saved_views_list ON saved_views USING btree (tenant_id, list, user_id);
ALTER TABLE saved_views ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON saved_views AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_views TO longmen_tenant;

CREATE TABLE shipped_dismissals (
  tenant_id uuid NOT NULL,
  playbook_id text NOT NULL,
  shipped_version integer NOT NULL,
  dismissed_at timestamp with time zone NOT NULL,
  dismissed_by uuid NOT NULL,
  CONSTRAINT shipped_dismissals_pkey PRIMARY KEY (tenant_id, playbook_id),
  CONSTRAINT shipped_dismissals_tenant_id_dismissed_by_fkey FOREIGN KEY (tenant_id, dismissed_by) REFERENCES users(tenant_id, id),
  CONSTRAINT shipped_dismissals_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id)
);
ALTER TABLE shipped_dismissals ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON shipped_dismissals AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON shipped_dismissals TO longmen_tenant;

CREATE TABLE stage_paces (
  tenant_id uuid NOT NULL,
  playbook_id text NOT NULL,
  stage_id text NOT NULL,
  usual_days integer NOT NULL,
  stays integer NOT NULL,
  counted_at timestamp with time zone NOT NULL,
  CONSTRAINT stage_paces_pkey PRIMARY KEY (tenant_id, playbook_id, stage_id),
  CONSTRAINT stage_paces_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT stage_paces_usual_days_check CHECK ((usual_days > 0))
);
ALTER TABLE stage_paces ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON stage_paces AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON stage_paces TO longmen_tenant;

CREATE TABLE tasks (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  title text NOT NULL,
  due_on date,
  owner_id uuid NOT NULL,
  subject_kind text,
  subject_id uuid,
  account_id uuid,
  check_id text,
  done_at timestamp with time zone,
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT tasks_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT tasks_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['account'::text, 'contact'::text, 'deal'::text]))),
  CONSTRAINT tasks_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT tasks_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES users(tenant_id, id)
);
CREATE INDEX tasks_account ON tasks USING btree (tenant_id, account_id);
CREATE INDEX tasks_done ON tasks USING btree (tenant_id, done_at) WHERE (done_at IS NOT NULL);
CREATE INDEX tasks_open ON tasks USING btree (tenant_id, owner_id, COALESCE(due_on, '9999-12-31'::date), id) WHERE (done_at IS NULL);
CREATE INDEX tasks_subject ON tasks USING btree (tenant_id, subject_id);
ALTER TABLE tasks ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON tasks AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON tasks TO longmen_tenant;

CREATE TABLE teams (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  parent_id uuid,
  path uuid[] NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT teams_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT teams_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT teams_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES teams(tenant_id, id)
);
ALTER TABLE teams ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON teams AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON teams TO longmen_tenant;

CREATE TABLE tenants (
  id uuid NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  settings jsonb NOT NULL DEFAULT '{}'::jsonb,
  CONSTRAINT tenants_pkey PRIMARY KEY (id)
);
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON tenants AS PERMISSIVE FOR ALL USING (id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT ON tenants TO longmen_tenant;

CREATE TABLE users (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  identity_id text,
  name text NOT NULL,
  email text NOT NULL,
  title text,
  team_id uuid,
  roles text[] NOT NULL,
  scope text NOT NULL,
  active boolean NOT NULL DEFAULT true,
  lang text NOT NULL DEFAULT 'zh'::text,
  time_zone text NOT NULL DEFAULT 'Asia/Shanghai'::text,
  settings jsonb NOT NULL DEFAULT '{}'::jsonb,
  signed_in_at timestamp with time zone,
  sessions_from timestamp with time zone,
  version integer NOT NULL DEFAULT 1,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT users_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT users_lang_check CHECK ((lang = ANY (ARRAY['zh'::text, 'en'::text]))),
  CONSTRAINT users_scope_check CHECK ((scope = ANY (ARRAY['self'::text, 'team'::text, 'tree'::text, 'all'::text]))),
  CONSTRAINT users_tenant_id_email_key UNIQUE (tenant_id, email),
  CONSTRAINT users_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT users_tenant_id_team_id_fkey FOREIGN KEY (tenant_id, team_id) REFERENCES teams(tenant_id, id)
);
CREATE INDEX users_name ON users USING btree (tenant_id, name, id);
CREATE INDEX users_team ON users USING btree (tenant_id, team_id);
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON users AS PERMISSIVE FOR ALL USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON users TO longmen_tenant;

CREATE VIEW sought_accounts AS
 SELECT tenant_id,
    id,
    name,
    aliases,
    name_key,
    credit_code,
    industry,
    province,
    city,
    scale,
    ownership,
    address,
    post_code,
    site,
    phone,
    phone_key,
    parent_id,
    source,
    owner_id,
    team_id,
    member_ids,
    tags,
    custom,
    grams,
    merged_into,
    import_id,
    version,
    created_at,
    updated_at
   FROM accounts
  WHERE tenant_id = NULLIF(current_setting('app.tenant_id'::text, true), ''::text)::uuid;
GRANT SELECT ON sought_accounts TO longmen_tenant;

CREATE VIEW sought_contacts AS
 SELECT tenant_id,
    id,
    name,
    account_id,
    title,
    department,
    mobile,
    phone,
    email,
    wechat,
    owner_id,
    team_id,
    tags,
    custom,
    grams,
    merged_into,
    import_id,
    version,
    created_at,
    updated_at
   FROM contacts
  WHERE tenant_id = NULLIF(current_setting('app.tenant_id'::text, true), ''::text)::uuid;
GRANT SELECT ON sought_contacts TO longmen_tenant;

CREATE VIEW sought_deals AS
 SELECT tenant_id,
    id,
    name,
    account_id,
    amount,
    currency,
    close_on,
    origin,
    class,
    grade,
    state,
    playbook_id,
    playbook_version,
    stage_id,
    stage_since,
    buyer_stage,
    reason,
    reason_note,
    winner,
    price_gap,
    revisit_on,
    closed_on,
    finished_on,
    facts,
    acceptances,
    overrides,
    gate_met,
    gate_total,
    owner_id,
    team_id,
    member_ids,
    tags,
    custom,
    grams,
    import_id,
    version,
    created_at,
    updated_at,
    former_methods,
    lints,
    lint_serious
   FROM deals
  WHERE tenant_id = NULLIF(current_setting('app.tenant_id'::text, true), ''::text)::uuid;
GRANT SELECT ON sought_deals TO longmen_tenant;
