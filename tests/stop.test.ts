import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '#platform/database/database.server.ts';
import { freePort } from '../scripts/throw-away-postgres.server.ts';

/** `npm start` on the embedded database, ended as a supervisor and as a terminal end it: all of it ends, nothing is left behind. */
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'longmen-stop-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function started() {
  const port = await freePort();
  const { DATABASE_URL: _none, ...env } = process.env;
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: { ...env, PORT: String(port), LONGMEN_DATA: folder, LOG_LEVEL: 'info', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, as a terminal gives to what runs in its foreground.
    detached: true,
  });
  let said = '';
  // Closed when the last process that holds it has ended, whoever its parent is.
  const allGone = once(npm, 'close');
  await new Promise<void>((resolve, reject) => {
    npm.stderr.on('data', (chunk) => (said += chunk));
    npm.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes(`127.0.0.1:${port}`)) resolve();
    });
    allGone.then(() => reject(new Error(said)), reject);
  });
  return { npm, port, allGone, said: () => said };
}

async function leftInOrder({ port, allGone, said }: Awaited<ReturnType<typeof started>>): Promise<void> {
  await allGone;
  expect(said()).toContain('"msg":"stopped"');
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow('fetch failed');
  // The folder is locked while a process has it open.
  const database = await openDatabase({ folder });
  const { rows } = await database.pool.query<{ n: number }>('select count(*)::int as n from deals');
  expect(rows[0]!.n).toBeGreaterThan(0);
  await database.close();
}

test('SIGTERM to npm', { timeout: 180_000 }, async () => {
  const run = await started();
  process.kill(run.npm.pid!, 'SIGTERM');
  await leftInOrder(run);
});

test('Ctrl-C, which reaches everything in the foreground at once', { timeout: 180_000 }, async () => {
  const run = await started();
  process.kill(-run.npm.pid!, 'SIGINT');
  await leftInOrder(run);
});
