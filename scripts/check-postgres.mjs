// npm run check:postgres — the whole test suite on PostgreSQL: on a throw-away cluster when its programs are installed,
// else on DATABASE_URL (whose role must be allowed to create databases and roles).
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onThrowAwayPostgres, postgresPrograms } from './throw-away-postgres.server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function runTests(url, more = {}) {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const run = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE_URL: url, ...more },
  });
  return new Promise((resolve) => run.on('exit', (code) => resolve(code ?? 1)));
}

const programs = postgresPrograms();
if (programs) {
  console.log(`PostgreSQL of ${programs}, throw-away cluster`);
  process.exitCode = await onThrowAwayPostgres(programs, ({ url, as }) =>
    runTests(url, { TEST_POSTGRES_PROGRAMS: programs, TEST_POSTGRES_USER: JSON.stringify(as) }),
  );
} else if (process.env.DATABASE_URL) {
  process.exitCode = await runTests(process.env.DATABASE_URL);
} else {
  console.error('Neither initdb and postgres (PATH, /usr/lib/postgresql/*/bin) nor DATABASE_URL: nothing to test on.');
  process.exitCode = 1;
}
