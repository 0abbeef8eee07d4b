import type { Text } from '#shared/messages.ts';
import { inBoth } from '#shared/input-words.ts';
import type { ImportNoun, Target } from '#imports/import-noun.ts';
import { cellCheck, type CellCheck } from '#imports/private-cells.ts';
import type { ImportPlan } from '#imports/import-plan.ts';
import { readCell, type CellValue } from '#imports/read-cell.ts';

/** Something about a row: which target it concerns and the words, in both languages (`inLang`). */
export type RowIssue = { target: string; message: string };

export type ReadRow = {
  number: number;
  cells: string[];
  /** Target → value; what is empty is absent. */
  values: { [target: string]: CellValue };
  /** Target → the text as it stood in the file, trimmed. */
  texts: { [target: string]: string };
  issues: RowIssue[];
  /** How many of them reading alone has found. */
  told: number;
  /** The file ends within it. */
  cut?: true;
};

type FileRow = { number: number; cells: string[]; cut?: true; nobody?: true };

type Reading = { noun: ImportNoun; plan: ImportPlan; targets: readonly Target[]; headers: readonly string[] };

/** Reads rows of a file by its plan. All faults of a row at once. @param headers what its columns are called */
export function rowReader({ noun, plan, targets, headers }: Reading) {
  const byKey = new Map(targets.map((target) => [target.key, target]));
  const columns = plan.targets.flatMap((key, at) => {
    const target = key === null ? undefined : byKey.get(key);
    return target ? [{ at, target, unit: plan.units[String(at)], check: cellCheck(noun, target, headers[at]) }] : [];
  });
  const constants = Object.entries(plan.constants).flatMap(([key, text]) => {
    const target = byKey.get(key);
    return target && text.trim() !== '' ? [{ target, text: text.trim(), check: cellCheck(noun, target) }] : [];
  });
  return ({ number, cells, cut, nobody }: FileRow): ReadRow => {
    const row: ReadRow = { number, cells, values: {}, texts: {}, issues: [], told: 0 };
    if (cut) {
      row.cut = true;
      row.issues.push(issue('', cutOff));
    }
    if (nobody) row.issues.push(issue('name', namesNobody));
    for (const { target, text, check } of constants) put(row, target, text, plan, check);
    for (const { at, target, unit, check } of columns) {
      const text = (cells[at] ?? '').trim();
      if (text !== '') put(row, target, text, plan, check, unit);
    }
    row.told = row.issues.length;
    return row;
  };
}

function put(
  row: ReadRow,
  target: Target,
  written: string,
  plan: ImportPlan,
  check: CellCheck | undefined,
  unit?: 'wan',
) {
  const text = plan.values[target.key]?.[written] ?? written;
  row.texts[target.key] = written;
  if (text === '') return; // mapped to nothing
  if (text.includes('\u0000')) {
    row.issues.push(issue(target.key, unstorable));
    return;
  }
  const secret = check?.(text);
  if (secret) {
    row.issues.push(issue(target.key, secret));
    return;
  }
  const value = readCell(text, target, plan, unit);
  if (typeof value === 'object' && 'fault' in value) row.issues.push(issue(target.key, value.fault));
  else row.values[target.key] = value;
}

export function issue(target: string, words: Text): RowIssue {
  return { target, message: inBoth(words) };
}

const cutOff = {
  zh: '文件在这一行中途断开（最后一个字不完整），这一行没有导入；请重新导出文件',
  en: 'The file breaks off within this row (in the middle of a character); the row was not taken. Export the file again',
};
const namesNobody = {
  zh: '这是通讯组或单位的名片，上面没有人，不作为联系人导入',
  en: 'This is the card of a group or a company; it names nobody',
};
const unstorable = {
  zh: '含有无法保存的控制字符，请删除后再导入',
  en: 'Contains a control character that cannot be stored; remove it',
};
