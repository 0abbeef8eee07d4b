import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { type Database, migrate, openDatabase } from '#platform/database/database.server.ts';

const tenant = '0190d7b4-0000-7000-8000-00000000000a';
const rounds = 3;
const writer = fileURLToPath(new URL('kill-writer.server.ts', import.meta.url));
const table = `
  CREATE TABLE kill_rows (tenant_id uuid, n integer, half integer, PRIMARY KEY (tenant_id, n, half));
  ALTER TABLE kill_rows ENABLE ROW LEVEL SECURITY;
  CREATE POLICY tenant ON kill_rows USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
`;

/** Lets a child write, kills at a random moment after its 20th row, and returns what had been acknowledged. */
async function writeAndKill(place: string[], first: number, kill?: () => void): Promise<number[]> {
  const child = spawn(process.execPath, [writer, ...place, String(first), tenant], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complaint = '';
  child.stderr.on('data', (chunk) => (complaint += chunk));
  const exited = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    exited.then(() => reject(new Error(`the writer ended by itself: ${complaint}`)), reject);
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.split('\n').length > 20) resolve();
    });
  });
  await pause(Math.random() * 300);
  kill?.();
  if (kill) await Promise.race([exited, pause(5_000)]); // the writer fails when its server is gone
  child.kill('SIGKILL');
  await exited;
  return said.split('\n').slice(0, -1).map(Number);
}

/** @returns numbers written wholly @throws when one is written by half */
async function written(database: Database): Promise<Set<number>> {
  const { rows } = await database.pool.query<{ n: number; halves: number }>(
    'SELECT n, count(*) AS halves FROM kill_rows GROUP BY n',
  );
  expect(rows.filter(({ halves }) => halves !== 2)).toEqual([]);
  return new Set(rows.map(({ n }) => n));
}

async function killInRounds(
  open: () => Promise<Database>,
  place: string[],
  kill?: () => Promise<void> | void,
): Promise<void> {
  const acknowledged: number[] = [];
  for (let round = 0; round < rounds; round++) {
    acknowledged.push(...(await writeAndKill(place, (round + 1) * 1_000_000, kill)));
    const database = await open();
    const there = await written(database);
    expect(
      acknowledged.filter((n) => !there.has(n)),
      'acknowledged, but lost',
    ).toEqual([]);
    await database.close();
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(20 * rounds);
}

async function prepare(database: Database): Promise<void> {
  await migrate(database);
  await database.pool.query(table);
  await database.close();
}

describe('kill -9 in a write loop loses nothing acknowledged', () => {
  it('on the embedded engine, when the process dies', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'longmen-kill-'));
    try {
      await prepare(await openDatabase({ folder }));
      await killInRounds(() => openDatabase({ folder }), ['folder', folder]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 180_000);

  const server = process.env['TEST_DATABASE_URL'] ?? '';

  it.runIf(server)(
    'on PostgreSQL, when the process dies',
    async () => {
      const name = `longmen_kill_${process.pid}`;
      const admin = new Client({ connectionString: server });
      await admin.connect();
      await admin.query(`CREATE DATABASE ${name}`);
      try {
        const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
        await prepare(await openDatabase({ url }));
        await killInRounds(() => openDatabase({ url }), ['url', url]);
      } finally {
        await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
        await admin.end();
      }
    },
    180_000,
  );

  // Only check-postgres.mjs says where the programs are: it is not ours to kill any other server.
  const programs = process.env['TEST_POSTGRES_PROGRAMS'] ?? '';

  it.runIf(programs)(
    'on PostgreSQL, when the server dies',
    async () => {
      const cluster = await ownCluster(programs);
      try {
        await cluster.start();
        await prepare(await openDatabase({ url: cluster.url }));
        const open = async (): Promise<Database> => {
          await cluster.start();
          return openDatabase({ url: cluster.url });
        };
        await killInRounds(open, ['url', cluster.url], cluster.kill);
      } finally {
        cluster.kill();
        await cluster.remove();
      }
    },
    180_000,
  );
});

type OwnCluster = { url: string; start: () => Promise<void>; kill: () => void; remove: () => Promise<void> };

async function ownCluster(programs: string): Promise<OwnCluster> {
  const as = JSON.parse(process.env['TEST_POSTGRES_USER'] ?? '{}') as { uid?: number; gid?: number };
  const folder = mkdtempSync(path.join(tmpdir(), 'longmen-kill-'));
  const data = path.join(folder, 'cluster');
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const run = (name: string, args: string[]) =>
    spawn(path.join(programs, name), args, { ...as, cwd: folder, stdio: 'ignore' });
  await once(run('initdb', ['-D', data, '-U', 'longmen', '-A', 'trust', '-E', 'UTF8', '--locale=C']), 'exit');
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  const url = `postgres://longmen@127.0.0.1:${port}/postgres`;
  let postmaster: ReturnType<typeof run> | undefined;
  const accepts = async (): Promise<boolean> => {
    const client = new Client({ connectionString: url });
    client.on('error', () => {});
    return client.connect().then(
      () => client.end().then(() => true),
      () => false,
    );
  };
  return {
    url,
    start: async () => {
      const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories='];
      const flags = settings.flatMap((setting) => ['-c', setting]);
      for (let tries = 0; tries < 100; tries++) {
        // Backends of the killed server may still hold its memory for a moment: then it refuses to start, and we ask again.
        if (!postmaster || postmaster.exitCode !== null || postmaster.signalCode !== null) {
          postmaster = run('postgres', ['-D', data, ...flags]);
        }
        if (await accepts()) return;
        await pause(200);
      }
      throw new Error('The server did not start again');
    },
    kill: () => {
      postmaster?.kill('SIGKILL');
    },
    remove: async () => {
      if (postmaster && postmaster.exitCode === null && postmaster.signalCode === null) await once(postmaster, 'exit');
      await pause(500); // its processes notice and end
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
