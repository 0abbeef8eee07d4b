import { headerOf, leftOutWords } from '#imports/card-columns.ts';
import { quirkWords } from '#imports/import-quirk.ts';
import type { ImportPlan } from '#imports/import-plan.ts';
import type { Counts, Import, Layout, Report } from '#imports/import-record.ts';
import type { Text } from '#shared/messages.ts';

/** An import as a terminal shows it: each line in Chinese and in English. */

const both = ({ zh, en }: Text) => `${zh} ${en}`;
const number = (n: number) => n.toLocaleString('en-US');
const SAMPLE = 24;

export function fileLine({ fileName, layout }: Pick<Import, 'fileName'> & { layout: Layout }): string {
  const { kind, encoding, delimiter, sheet, sheets, rows, columns, cut, leftOut = [] } = layout;
  const how =
    kind === 'vcard'
      ? `vcf${encoding ? ` · ${encoding}` : ''}`
      : kind === 'xlsx'
        ? `xlsx · ${sheets[sheet ?? 0] ?? ''}`
        : `csv · ${encoding ?? ''} · ${JSON.stringify(delimiter)}`;
  const end = cut
    ? `\n文件末尾不完整，最后一行不会导入。The end of the file is missing; the last row is not taken.`
    : '';
  if (kind === 'vcard') return `${fileName} · ${how} · ${number(rows)} 张名片 cards${leftOutLine(leftOut)}`;
  return `${fileName} · ${how} · ${number(rows)} 行 rows · ${columns.length} 列 columns${end}`;
}

/** What is private on the cards, and stays out. */
function leftOutLine(leftOut: NonNullable<Layout['leftOut']>): string {
  if (leftOut.length === 0) return '';
  const kinds = leftOut.map(({ kind, rows }) => `${both(leftOutWords[kind])} ×${number(rows)}`);
  return `\n私人信息不导入。Private, not taken over: ${kinds.join(' · ')}`;
}

/** Each column, what it becomes, and the first thing that stands in it. */
export function mappingLines(layout: Layout, plan: ImportPlan, targets: Import['targets']): string[] {
  const named = layout.columns.map((column, at) => ({ ...column, at, words: headerOf(layout, column.header) }));
  const shown = named.filter(({ filled }) => layout.kind !== 'vcard' || filled > 0);
  const called = ({ header, words }: (typeof named)[number]) =>
    words.zh === header ? header : `${both(words)} (${header})`;
  const width = Math.max(...shown.map((column) => wide(called(column))));
  return shown.flatMap((column) => {
    const { at, values } = column;
    const target = targets.find(({ key }) => key === plan.targets[at]);
    const sample = layout.preview.map((row) => row[at] ?? '').find((cell) => cell.trim() !== '') ?? '';
    const becomes = target ? `${both(target)} (${target.key})` : '不导入 left out';
    const meant = target?.kind === 'stage' ? stageLines(values ?? [], plan) : [];
    return [
      `  ${padded(called(column), width)}  → ${padded(becomes, 34)}  ${sample.slice(0, SAMPLE)}`.trimEnd(),
      ...meant,
    ];
  });
}

function stageLines(words: readonly { text: string; rows: number }[], plan: ImportPlan): string[] {
  return words.map(
    ({ text, rows }) => `      ${text} ×${number(rows)} = ${plan.values['stage']?.[text] ?? '未对应 not matched'}`,
  );
}

const countWords: { [key in keyof Counts]: Text } = {
  created: { zh: '新建', en: 'new' },
  updated: { zh: '更新', en: 'updated' },
  skipped: { zh: '已有，跳过', en: 'already there' },
  faulty: { zh: '有问题', en: 'faulty' },
  accounts: { zh: '另建客户', en: 'accounts made' },
  products: { zh: '另建产品', en: 'products made' },
  owners: { zh: '另建同事', en: 'colleagues made' },
  teams: { zh: '另建团队', en: 'teams made' },
};

/** The numbers that are not nothing; always the first. */
export function countLine(counts: Counts): string {
  return (Object.keys(countWords) as (keyof Counts)[])
    .filter((key) => key === 'created' || counts[key] > 0)
    .map((key) => `${both(countWords[key])} ${number(counts[key])}`)
    .join(' · ');
}

export function quirkLines({ quirks }: Report, targets: Import['targets']): string[] {
  return quirks.map((quirk) => {
    const target = targets.find(({ key }) => key === quirk.target);
    const words = quirkWords(quirk, { zh: target?.zh ?? '', en: target?.en ?? '' });
    const rows = `${number(quirk.rows)} 行 rows: ${quirk.first.join(', ')}${quirk.rows > quirk.first.length ? ' …' : ''}`;
    return `  ! ${both(words)}  (${rows})`;
  });
}

/** The plan with everything taken over that the check suggests. @returns null when it suggests nothing */
export function withSuggestions(plan: ImportPlan, { quirks }: Report): ImportPlan | null {
  const suggested = quirks.filter(
    ({ suggestion, text, target }) => suggestion !== null && !plan.values[target]?.[text],
  );
  if (suggested.length === 0) return null;
  const values = { ...plan.values };
  for (const { target, text, suggestion } of suggested) values[target] = { ...values[target], [text]: suggestion! };
  return { ...plan, values };
}

/** Columns that a text takes in a terminal: Chinese characters take two. */
function wide(text: string): number {
  return (
    text.length +
    (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g) ?? []).length
  );
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - wide(text)));
}
