import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { QuestionBank } from '#method/question-bank.ts';
import { parseQuestionBank } from '#method/question-bank-text.ts';
import { isRefusal } from '#shared/refusal.ts';

const folder = fileURLToPath(new URL('../../../playbooks/questions', import.meta.url));

let read: Promise<QuestionBank> | undefined;

/** The bank that the product ships: read once, it does not change while the server runs. */
export function questionBank(): Promise<QuestionBank> {
  read ??= readBank();
  read.catch(() => (read = undefined));
  return read;
}

async function readBank(): Promise<QuestionBank> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const texts = await Promise.all(names.map(async (name) => [name, await readFile(`${folder}/${name}`, 'utf8')]));
  const bank = parseQuestionBank(Object.fromEntries(texts) as { [file: string]: string });
  if (isRefusal(bank)) throw new Error(`question bank: ${JSON.stringify(bank.data)}`);
  return bank;
}
