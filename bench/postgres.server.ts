import { Pool } from 'pg';
import { onThrowAwayPostgres, postgresPrograms } from '../scripts/throw-away-postgres.server.ts';

/** Benchmarks on a throw-away cluster, else on the database that BENCH_DATABASE_URL names; told and left out without either. */
export async function withPostgres(work: (url: string) => Promise<void>): Promise<void> {
  const given = process.env['BENCH_DATABASE_URL'];
  const programs = postgresPrograms();
  if (given) await work(given);
  else if (programs) await onThrowAwayPostgres(programs, ({ url }) => work(url));
  else
    console.log(
      'No PostgreSQL here (initdb and postgres, or BENCH_DATABASE_URL): only the embedded engine is measured.',
    );
}

/** An empty database of its own beside the one that is measured otherwise. */
export async function withDatabase(url: string, work: (url: string) => Promise<void>): Promise<void> {
  const name = `longmen_bench_${process.pid}`;
  const admin = new Pool({ connectionString: url, max: 1 });
  await admin.query(`create database ${name}`);
  try {
    await work(Object.assign(new URL(url), { pathname: `/${name}` }).href);
  } finally {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
}
