import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const rows = readFileSync(join(root, 'GLOSSARY.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| 中文'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, zh, en, folder, type]) => ({ zh: zh!, en: en!, folder: folder!, type: type!.replaceAll('`', '') }));

test('one word per concept', () => {
  for (const key of ['zh', 'en'] as const) {
    const words = rows.map((row) => row[key]);
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
  }
});

test.each(rows)('$zh · $en is $type in src/$folder', ({ folder, type }) => {
  const path = join(root, 'src', folder);
  expect(existsSync(path), `there is no src/${folder}: correct GLOSSARY.md`).toBe(true);
  const declared = new RegExp(`export (?:type|const|class) ${type}\\b`);
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const found = files.some((name) => declared.test(readFileSync(join(path, name), 'utf8')));
  expect(found, `src/${folder} declares no ${type}: correct GLOSSARY.md or the name`).toBe(true);
});
