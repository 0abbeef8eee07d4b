import { spawn, spawnSync } from 'node:child_process';
import { accessSync, chownSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** Where a throw-away cluster listens, its programs' folder, and the user it runs as (empty: ours). */
export type ThrowAway = { url: string; programs: string; as: { uid?: number; gid?: number } };

const suffix = process.platform === 'win32' ? '.exe' : '';

/** The folder that holds both initdb and postgres; the newest version where several are installed. */
export function postgresPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), ...versions.map((v) => `${debian}/${v}/bin`)];
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

const idOf = (flag: string, user: string) => Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout);

/** PostgreSQL refuses to run as root: the user postgres, or else nobody. */
function unprivileged(): ThrowAway['as'] {
  if (process.getuid?.() !== 0) return {};
  const user = ['postgres', 'nobody'].find((name) => idOf('-u', name) > 0);
  if (!user) throw new Error('Run as a user other than root: PostgreSQL refuses it');
  return { uid: idOf('-u', user), gid: idOf('-g', user) };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

/**
 * Runs work on a PostgreSQL cluster made for it: in a temporary folder, on loopback and a free port, gone afterwards.
 *
 * @param programs from `postgresPrograms`
 */
export async function onThrowAwayPostgres<T>(programs: string, work: (cluster: ThrowAway) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'longmen-postgres-'));
  const as = unprivileged();
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const cluster = path.join(folder, 'cluster');
  const run = (name: string, args: string[]) =>
    spawn(path.join(programs, name + suffix), args, { ...as, cwd: folder, stdio: 'ignore' });
  let server: ReturnType<typeof run> | undefined;
  const stop = async () => {
    if (server && server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server!.once('exit', resolve));
      server.kill('SIGINT'); // fast shutdown
      await Promise.race([ended, pause(10_000)]);
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().finally(() => process.exit(1)));
  try {
    const made = run('initdb', ['-D', cluster, '-U', 'longmen', '-A', 'trust', '-E', 'UTF8', '--locale=C']);
    const code = await new Promise((resolve) => made.on('exit', resolve));
    if (code !== 0) throw new Error(`initdb failed with ${String(code)}`);
    const port = await freePort();
    const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', max_connections: 100 };
    server = run('postgres', [
      '-D',
      cluster,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]);
    const url = `postgres://longmen@127.0.0.1:${port}/postgres`;
    for (let tries = 0; !(await accepts(url)); tries++) {
      if (tries > 150 || server.exitCode !== null) throw new Error('PostgreSQL did not start');
      await pause(100);
    }
    return await work({ url, programs, as });
  } finally {
    await stop();
  }
}
