import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from './database.server.ts';
import { DurableFiles, durableStartParams } from './embedded-files.server.ts';
import { FolderTakenError, lockFolder } from './folder-lock.server.ts';

// Making a cluster takes seconds of pure computing: it is made once here, and copied.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const made = fs.mkdtempSync(path.join(os.tmpdir(), 'longmen-engine-made-'));
beforeAll(async () => {
  fs.mkdirSync(path.join(made, 'cluster.unfinished'));
  fs.writeFileSync(path.join(made, 'cluster.unfinished', 'PG_VERSION'), '18'); // a start that was killed
  const database = await openDatabase({ folder: made });
  await database.pool.query('CREATE TABLE kept (a int); INSERT INTO kept VALUES (1)');
  await database.close();
});
afterAll(() => fs.rmSync(made, { recursive: true, force: true }));

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'longmen-engine-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Takes minutes or for ever; PGlite knows no statement_timeout. */
const runaway = 'SELECT count(*) FROM generate_series(1, 100000000000) AS n WHERE n % 7 = 8';

describe('a folder', () => {
  beforeEach(() => fs.cpSync(made, folder, { recursive: true }));

  it('keeps what was written, has one opener, and makes nothing of an unfinished start', async () => {
    const first = await openDatabase({ folder });
    await expect(openDatabase({ folder })).rejects.toThrow(FolderTakenError);
    await expect(openDatabase({ folder })).rejects.toThrow(/in use.*正被/);
    expect((await first.pool.query('SELECT a FROM kept')).rows).toEqual([{ a: 1 }]);
    await first.close();
    expect(fs.readdirSync(folder)).toEqual(['cluster']);
  });

  it('survives a statement that never ends: it fails, its transaction is gone, the rest goes on', async () => {
    const database = await openDatabase({ folder, statementLimit: 2_000 });
    const client = await database.pool.connect();
    await client.query('BEGIN');
    await client.query('INSERT INTO kept VALUES (2)');
    const stopped = client.query(runaway).catch((error: unknown) => error);
    const waiting = database.pool.query('SELECT a FROM kept ORDER BY a');
    expect(await stopped).toMatchObject({ code: '57014' });
    client.release(true);
    expect((await waiting).rows).toEqual([{ a: 1 }]);
    await database.close();
  });
});

it('in memory, a statement that never ends fails, and so does everything after it', async () => {
  const database = await openDatabase({ statementLimit: 2_000 });
  await expect(database.pool.query(runaway)).rejects.toMatchObject({ code: '57014' });
  await expect(database.pool.query('SELECT 1')).rejects.toThrow('stopped');
  await database.close();
});

it('syncs the log to the disk before a commit is acknowledged, and only then', async () => {
  const synced = vi.spyOn(fs, 'fdatasyncSync');
  fs.cpSync(made, folder, { recursive: true });
  const files = new DurableFiles(path.join(folder, 'cluster'));
  const database = await PGlite.create({ fs: files, startParams: durableStartParams });
  synced.mockClear();
  for (let i = 0; i < 5; i++) await database.exec(`INSERT INTO kept VALUES (${i})`);
  expect(synced.mock.calls.length).toBeGreaterThanOrEqual(5);
  synced.mockClear();
  await database.exec('SELECT * FROM kept');
  expect(synced).not.toHaveBeenCalled();
  await database.close();
  synced.mockRestore();
});

describe('the lock', () => {
  it('is given back', async () => {
    (await lockFolder(folder))();
    (await lockFolder(folder))();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('of a dead process is taken over, by one of many', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    const dead = { pid: child.pid, host: os.hostname(), life: 'gone' };
    fs.writeFileSync(path.join(folder, 'lock'), JSON.stringify(dead));
    const takers = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    const winners = takers.filter((taker) => taker.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    expect(
      takers.filter((taker) => taker.status === 'rejected' && taker.reason instanceof FolderTakenError),
    ).toHaveLength(7);
    winners[0]?.value();
  });

  it('of an earlier process with the same number is taken over', async () => {
    const earlier = { pid: process.pid, host: os.hostname(), life: 'another life' };
    fs.writeFileSync(path.join(folder, 'lock'), JSON.stringify(earlier));
    (await lockFolder(folder))();
  });

  it('of another machine holds while its heart beats, and falls when it stops', async () => {
    const file = path.join(folder, 'lock');
    fs.writeFileSync(file, JSON.stringify({ pid: 1, host: 'another', life: 'x' }));
    const beat = setInterval(() => fs.utimesSync(file, new Date(), new Date()), 50);
    await expect(lockFolder(folder, 250)).rejects.toThrow('on another');
    clearInterval(beat);
    (await lockFolder(folder, 250))();
  });
});
