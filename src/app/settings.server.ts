import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** How this process runs: all from the environment, secrets too. */
export type Settings = {
  host: string;
  port: number;
  /** PostgreSQL; without it the embedded database in `dataFolder`. */
  databaseUrl: string | undefined;
  dataFolder: string;
  baseUrl: string;
  secret: string;
  logLevel: string;
  /** LONGMEN_ADDRESS_HEADER: where a trusted proxy puts the client's address, x-forwarded-for say. */
  addressHeader: string | undefined;
  /** LONGMEN_RATE_LIMIT: requests that one address may make in ten seconds. */
  rateLimit: number | undefined;
  webFolder: string | undefined;
};

export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const host = env['HOST'] ?? '127.0.0.1';
  const port = Number(env['PORT'] ?? 3000);
  const dataFolder = env['LONGMEN_DATA'] ?? './data';
  const webFolder = fileURLToPath(new URL('../../dist', import.meta.url));
  return {
    host,
    port,
    databaseUrl: env['DATABASE_URL'] || undefined,
    dataFolder,
    baseUrl: env['LONGMEN_URL'] ?? `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`,
    secret: env['LONGMEN_SECRET'] ?? keptSecret(dataFolder),
    addressHeader: env['LONGMEN_ADDRESS_HEADER'] || undefined,
    rateLimit: Number(env['LONGMEN_RATE_LIMIT']) || undefined,
    logLevel: env['LOG_LEVEL'] ?? 'info',
    webFolder: existsSync(join(webFolder, 'index.html')) ? webFolder : undefined,
  };
}

/** Without LONGMEN_SECRET: one made on the first start and kept beside the data, readable by its owner only. */
function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(dataFolder, { recursive: true });
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, secret, { mode: 0o600 });
  return secret;
}
