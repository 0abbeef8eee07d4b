// npm run check:postgres — the whole test suite on PostgreSQL: on a throw-away cluster when its programs are installed,
// else on DATABASE_URL (whose role must be allowed to create databases and roles).
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, chownSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const suffix = process.platform === 'win32' ? '.exe' : '';

/** The folder that holds both initdb and postgres; the newest version where several are installed. */
function findPrograms() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...versions.map((v) => `${debian}/${v}/bin`)];
  return folders.find((folder) =>
    ['initdb', 'postgres'].every((name) => {
      try {
        accessSync(path.join(folder, name + suffix), constants.X_OK);
        return true;
      } catch {
        return false;
      }
    }),
  );
}

const idOf = (flag, user) => Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout);

/** PostgreSQL refuses to run as root: the user postgres, or else nobody. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const user = ['postgres', 'nobody'].find((name) => idOf('-u', name) > 0);
  if (!user) throw new Error('Run as a user other than root: PostgreSQL refuses it');
  return { uid: idOf('-u', user), gid: idOf('-g', user) };
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function accepts(url) {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

function runTests(url, more = {}) {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const run = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE_URL: url, ...more },
  });
  return new Promise((resolve) => run.on('exit', (code) => resolve(code ?? 1)));
}

async function onThrowAwayCluster(programs) {
  const folder = mkdtempSync(path.join(tmpdir(), 'longmen-postgres-'));
  const as = unprivileged();
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const cluster = path.join(folder, 'cluster');
  const run = (name, args) => spawn(path.join(programs, name + suffix), args, { ...as, cwd: folder, stdio: 'ignore' });
  let server;
  const stop = async () => {
    if (server && server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT'); // fast shutdown
      await Promise.race([ended, pause(10_000)]);
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().finally(() => process.exit(1)));
  try {
    const made = run('initdb', ['-D', cluster, '-U', 'longmen', '-A', 'trust', '-E', 'UTF8', '--locale=C']);
    const code = await new Promise((resolve) => made.on('exit', resolve));
    if (code !== 0) throw new Error(`initdb failed with ${code}`);
    const port = await freePort();
    const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', max_connections: 100 };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    server = run('postgres', ['-D', cluster, ...flags]);
    const url = `postgres://longmen@127.0.0.1:${port}/postgres`;
    for (let tries = 0; !(await accepts(url)); tries++) {
      if (tries > 150 || server.exitCode !== null) throw new Error('PostgreSQL did not start');
      await pause(100);
    }
    return await runTests(url, { TEST_POSTGRES_PROGRAMS: programs, TEST_POSTGRES_USER: JSON.stringify(as) });
  } finally {
    await stop();
  }
}

const programs = findPrograms();
if (programs) {
  console.log(`PostgreSQL of ${programs}, throw-away cluster`);
  process.exitCode = await onThrowAwayCluster(programs);
} else if (process.env.DATABASE_URL) {
  process.exitCode = await runTests(process.env.DATABASE_URL);
} else {
  console.error('Neither initdb and postgres (PATH, /usr/lib/postgresql/*/bin) nor DATABASE_URL: nothing to test on.');
  process.exitCode = 1;
}
