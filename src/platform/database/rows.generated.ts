// Written by `npm run schema` from the migrations. Do not edit.
import type { ColumnType, Generated } from 'kysely';

export type Json = ColumnType<unknown, string, string>;

export type MigrationsRow = {
  applied_at: Generated<string>;
  checksum: string;
  name: string;
};

export type TenantsRow = {
  created_at: Generated<string>;
  id: string;
  name: string;
  settings: ColumnType<unknown, string | undefined, string>;
};

export type Rows = {
  migrations: MigrationsRow;
  tenants: TenantsRow;
};
