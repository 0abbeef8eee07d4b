import { hash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, migrate } from './database.server.ts';
import { applyMigrations, type Migration, MigrationChangedError, readMigrations } from './migrate.server.ts';
import { openTestDatabase } from './testing.server.ts';

const migration = (name: string, sql: string): Migration => ({ name, sql, checksum: hash('sha256', sql) });
const one = migration('9-one', 'CREATE TABLE one (a int); INSERT INTO one VALUES (1);');
const two = migration('9-two', 'CREATE TABLE two (a int);');

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const applied = async (): Promise<string[]> => {
  const rows = await database.system.selectFrom('migrations').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name).filter((name) => name.startsWith('9-'));
};

describe('migrations', () => {
  it('apply once, in order, and are recorded', async () => {
    expect(await applyMigrations(database.pool, [one])).toEqual(['9-one']);
    expect(await applyMigrations(database.pool, [one, two])).toEqual(['9-two']);
    expect(await applyMigrations(database.pool, [one, two])).toEqual([]);
    expect(await applied()).toEqual(['9-one', '9-two']);
  });

  it('apply wholly or not at all', async () => {
    const broken = migration('9-broken', 'CREATE TABLE three (a int); SELECT 1 / 0;');
    await expect(applyMigrations(database.pool, [one, broken])).rejects.toThrow('division by zero');
    expect(await applied()).toEqual(['9-one']);
    const { rows } = await database.pool.query(`SELECT to_regclass('three') AS three`);
    expect(rows).toEqual([{ three: null }]);
  });

  it('refuse a file that was changed after it had been applied, before anything else is done', async () => {
    await applyMigrations(database.pool, [one]);
    const changed = migration('9-one', 'CREATE TABLE one (a bigint);');
    await expect(applyMigrations(database.pool, [changed, two])).rejects.toThrow(MigrationChangedError);
    await expect(applyMigrations(database.pool, [changed, two])).rejects.toThrow(/9-one.*改动/);
    expect(await applied()).toEqual(['9-one']);
  });

  it('apply once when many start at the same time', async () => {
    const starts = Array.from({ length: 6 }, () => applyMigrations(database.pool, [one, two]));
    expect((await Promise.all(starts)).flat().sort()).toEqual(['9-one', '9-two']);
    expect((await Promise.all([migrate(database), migrate(database)])).flat()).toEqual([]);
    expect((await database.pool.query('SELECT a FROM one')).rows).toEqual([{ a: 1 }]);
  });

  it('are read in the order of their names', async () => {
    const names = (await readMigrations()).map(({ name }) => name);
    expect(names[0]).toBe('2026-11-22-00-platform');
    expect(names).toEqual([...names].sort());
  });
});
