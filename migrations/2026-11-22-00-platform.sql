-- Ground of every table. How a slice writes its own (tests/schema.test.ts holds these rules):
--
--   CREATE TABLE deals (
--     tenant_id uuid NOT NULL REFERENCES tenants (id),
--     id uuid NOT NULL,                           -- UUIDv7, made by the application
--     account_id uuid NOT NULL,
--     amount bigint NOT NULL,                     -- minor units
--     version integer NOT NULL DEFAULT 1,
--     PRIMARY KEY (tenant_id, id),
--     FOREIGN KEY (tenant_id, account_id) REFERENCES accounts (tenant_id, id)
--   );
--   CREATE INDEX deals_by_account ON deals (tenant_id, account_id);
--   ALTER TABLE deals ENABLE ROW LEVEL SECURITY;
--   CREATE POLICY tenant ON deals
--     USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
--     WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
--
-- * tenant_id comes first in every primary key, foreign key, unique constraint and index: the schema distributes by tenant.
-- * No triggers, rules, sequences or identity columns. Defaults are constants or now().
-- * Append-only tables: REVOKE UPDATE, DELETE ON x FROM longmen_tenant;
-- * New tables are readable and writable for longmen_tenant by the default privileges below. A table without a tenant
--   (auth_…) says REVOKE ALL ON x FROM longmen_tenant, and still enables row-level security, without a policy: its owner
--   passes, nobody else does.
-- * Nothing newer than PostgreSQL 15; extensions: btree_gin (also in the embedded engine) and what PostgreSQL contrib and
--   PGlite both have.

-- The role every tenant transaction takes on. It owns nothing, so row-level security binds it.
DO $$
BEGIN
  CREATE ROLE longmen_tenant NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- roles belong to the cluster: another database made it
END
$$;
GRANT longmen_tenant TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO longmen_tenant;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO longmen_tenant;

-- GIN indexes that lead with tenant_id.
CREATE EXTENSION IF NOT EXISTS btree_gin;

CREATE TABLE tenants (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  settings jsonb NOT NULL DEFAULT '{}'
);
-- A tenant sees itself; only the owner creates, renames and removes tenants.
REVOKE INSERT, UPDATE, DELETE ON tenants FROM longmen_tenant;
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON tenants
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid);

-- Made by the migration runner before this file.
ALTER TABLE migrations ENABLE ROW LEVEL SECURITY;
