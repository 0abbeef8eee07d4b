import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { asColleague, asOptions } from '#app/commands/as-colleague.server.ts';
import { CommandError, need, onDatabase, read, type Command } from '#app/commands/command.server.ts';
import { answered } from '#app/commands/import-steps.server.ts';
import { refusedWords } from '#app/commands/refused-words.ts';

const lists: { [noun: string]: string } = {
  account: 'accounts',
  contact: 'contacts',
  deal: 'deals',
  product: 'products',
  event: 'audit',
};
const text = { type: 'string' } as const;

export const exportCommand: Command = {
  name: 'export',
  usage:
    `export ${Object.keys(lists).join('|')} FILE.csv|FILE.xlsx --as ADDRESS [--company NAME] [--columns KEY,KEY …]\n` +
    '      [--filter KEY=VALUE …] [--sort KEY] [--desc] [--gb18030]',
  zh: '以某位同事的身份导出列表：与页面上的导出相同的列、筛选和可见范围',
  en: "export a list as a colleague: columns, filters and visibility of the screen's export",
  run: async (words) => {
    const { values, positionals } = read(words, {
      ...asOptions,
      columns: text,
      filter: { ...text, multiple: true },
      sort: text,
      desc: { type: 'boolean' },
      gb18030: { type: 'boolean' },
    });
    const list = lists[need(positionals[0], 'NOUN')];
    if (!list) throw new CommandError(Object.keys(lists).join('|'));
    const file = need(positionals[1], 'FILE');
    const format = formatOf(file, values.gb18030 === true);
    const { columns, sort, desc, filter = [] } = values;
    const query = new URLSearchParams(filter.map(filterOf));
    query.set('format', format);
    if (columns) query.set('columns', columns);
    if (sort) query.set('sort', sort);
    if (desc) query.set('order', 'desc');
    await onDatabase(async (database) => {
      const { app } = await asColleague(database, values);
      const response = await app.fetch(new Request(`http://cli/api/exports/${list}?${query.toString()}`));
      await answered(response).catch((refusal: object) => {
        throw new Error(refusedWords(refusal));
      });
      await saveWhole(file, response);
    });
    console.log(file);
  },
};

function formatOf(file: string, gb18030: boolean): string {
  if (/\.xlsx$/i.test(file)) return 'xlsx';
  if (/\.csv$/i.test(file)) return gb18030 ? 'csv-gb18030' : 'csv';
  throw new CommandError(`文件应为 .csv 或 .xlsx。The file must end in .csv or .xlsx: ${file}`);
}

/** As the list's own address has it: province=山东, custom.key=value. */
function filterOf(words: string): [string, string] {
  const [, key, value] = /^([\w.]+)=(.*)$/s.exec(words) ?? [];
  if (key === undefined || value === undefined) throw new CommandError(`--filter KEY=VALUE: ${words}`);
  return [key, value];
}

/** A file that breaks off does not take the name of one that is whole. */
async function saveWhole(file: string, response: Response): Promise<void> {
  const unfinished = `${file}.part`;
  try {
    await pipeline(Readable.fromWeb(response.body as never), createWriteStream(unfinished));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
