import { access } from 'node:fs/promises';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { z } from 'zod';
import { inBoth, inLang, inputWords } from '#shared/input-words.ts';
import { migrate, openDatabase, type Database } from '#platform/database/database.server.ts';
import { readSettings, type Settings } from '#app/settings.server.ts';

export type Command = {
  /** The words that call it: 'db migrate'. */
  name: string;
  usage: string;
  zh: string;
  en: string;
  run: (words: string[]) => Promise<void>;
};

/** The call's words are off: the usage is shown beside the message. */
export class CommandError extends Error {}

/** Options and operands of a call. @throws CommandError with what is wrong */
export function read<O extends NonNullable<ParseArgsConfig['options']>>(words: string[], options: O) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}

export function need(value: string | undefined, what: string): string {
  if (value === undefined || value === '') throw new CommandError(`缺少 ${what}。Missing ${what}.`);
  return value;
}

/** A file that is there to be read. */
export async function needFile(value: string | undefined): Promise<string> {
  const file = need(value, 'FILE');
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (!there) throw new CommandError(`读不到这个文件。Cannot read this file: ${file}`);
  return file;
}

/** What the schema makes of the options. @throws CommandError with each fault on a line */
export function readAs<T extends z.ZodType>(schema: T, values: unknown): z.output<T> {
  const result = schema.safeParse(values, { error: (issue) => inBoth(inputWords(issue)) });
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => {
    const [zh, en] = [inLang(message, 'zh'), inLang(message, 'en')];
    return `--${String(path[0])}  ${zh}。${en}.`;
  });
  throw new CommandError(faults.join('\n'));
}

/** Runs on the database that DATABASE_URL or LONGMEN_DATA names, brought up to date, and closes it. */
export async function onDatabase<T>(work: (database: Database, settings: Settings) => Promise<T>): Promise<T> {
  const settings = readSettings();
  const database = await openDatabase({ url: settings.databaseUrl, folder: settings.dataFolder });
  try {
    await migrate(database);
    return await work(database, settings);
  } finally {
    await database.close();
  }
}

/** The company an operator means: by id or name, or the only one. */
export async function companyOf(database: Database, asked: string | undefined): Promise<string> {
  const companies = await database.system.selectFrom('tenants').select(['id', 'name']).orderBy('created_at').execute();
  const found = asked ? companies.filter(({ id, name }) => id === asked || name === asked) : companies;
  if (found.length === 1) return found[0]!.id;
  if (companies.length === 0)
    throw new CommandError(
      '数据库里还没有公司：先启动一次（npm start），或核对 LONGMEN_DATA、DATABASE_URL。' +
        'No company in this database: start it once (npm start), or look at LONGMEN_DATA and DATABASE_URL.',
    );
  const known = companies.map(({ id, name }) => `  ${id}  ${name}`).join('\n');
  throw new CommandError(`请用 --company 指明公司。Say which company with --company:\n${known}`);
}
