import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { freePort } from '../../scripts/throw-away-postgres.server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    baseUrl: string;
    password: string;
  }
}

const root = join(import.meta.dirname, '..', '..');

/** Builds the web app, starts the product on an empty data folder and waits until the sample company is in. */
export async function setup(project: TestProject) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  // As it is shipped: under the runner's NODE_ENV=test components would give all their parts one id.
  const env = { ...process.env, NODE_ENV: 'production' };
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  if (built.status !== 0) throw new Error('the web app does not build');
  const folder = mkdtempSync(join(tmpdir(), 'longmen-journeys-'));
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const start = async () => {
    const started = spawn(process.execPath, [join(root, 'src/app/start.server.ts')], {
      cwd: root,
      env: { ...process.env, PORT: String(port), LONGMEN_DATA: folder, LOG_LEVEL: 'error', NODE_ENV: 'production' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    for (let tries = 0; !(await ready(baseUrl)); tries++) {
      if (started.exitCode !== null || tries > 900) throw new Error('the server did not start');
      await pause(200);
    }
    return started;
  };
  const first = await start();
  first.kill('SIGTERM');
  await once(first, 'exit');
  const publish = [join(import.meta.dirname, 'second-version.server.ts'), folder];
  const published = spawnSync(process.execPath, publish, { cwd: root, stdio: 'inherit' });
  if (published.status !== 0) throw new Error('the second version of a playbook was not published');
  const server = await start();
  const password = /password\s+(\S+)/.exec(readFileSync(join(folder, 'sign-in.txt'), 'utf8'))![1]!;
  project.provide('baseUrl', baseUrl);
  project.provide('password', password);
  return async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
}

async function ready(baseUrl: string): Promise<boolean> {
  return fetch(`${baseUrl}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}
