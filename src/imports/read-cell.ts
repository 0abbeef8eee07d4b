import { readAmount } from '#deals/money-typed.ts';
import { customFromText } from '#fields/custom-text.ts';
import { isDay } from '#shared/day.ts';
import type { Text } from '#shared/messages.ts';
import type { Target } from '#imports/import-noun.ts';
import type { DayOrder, ImportPlan } from '#imports/import-plan.ts';
import { squeezed } from '#imports/likeness.ts';

export type CellValue = string | number | boolean | string[];

/** A cell as the value its target takes, or what is wrong with it. */
export function readCell(
  text: string,
  target: Target,
  plan: Pick<ImportPlan, 'dayOrder'>,
  unit?: 'wan',
): CellValue | { fault: Text } {
  switch (target.kind) {
    case 'money':
      return readMoney(text, unit);
    case 'number':
      return readNumber(text);
    case 'day':
      return readDay(text, plan.dayOrder) ?? faults.day(text);
    case 'choice':
      return readChoice(text, target);
    case 'tags':
      return text
        .split(/[;；,，、|\n]/)
        .map((part) => part.trim())
        .filter(Boolean);
    case 'choices':
    case 'yesNo': {
      const type = target.kind === 'choices' ? 'choices' : 'yesNo';
      return customFromText({ key: '', type, choices: [], archived: false }, text) ?? '';
    }
    default:
      return text;
  }
}

function readMoney(text: string, unit?: 'wan'): number | { fault: Text } {
  const plain = text.replace(/^[A-Za-z]{3}\s*|\s*[A-Z]{3}$/g, '').replaceAll(/[$€£]/g, '');
  const amount = readAmount(plain);
  if (amount === undefined) return faults.money(text);
  const scaled = unit === 'wan' && !/[万亿kmw]/i.test(plain) ? amount * 10_000 : amount;
  return Number.isSafeInteger(scaled) ? scaled : faults.money(text);
}

function readNumber(text: string): number | { fault: Text } {
  const number = Number(text.normalize('NFKC').replaceAll(/[,，\s]/g, ''));
  return Number.isFinite(number) ? number : faults.number(text);
}

function readChoice(text: string, target: Target): string | { fault: Text } {
  const wanted = squeezed(text);
  const found = target.choices?.find((choice) =>
    [choice.key, choice.zh, choice.en].some((word) => squeezed(word) === wanted),
  );
  return found ? found.key : faults.choice(text, target);
}

/** 2026-11-22, 2026/1/5, 2026年1月5日, 20260105, 2026-01-05T08:00, 5.1.2026 and 1/5/2026 by the plan's order, 46348. */
export function readDay(text: string, order: DayOrder): string | undefined {
  const plain = text.normalize('NFKC').trim();
  const yearFirst =
    /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?(?:[T\s].*)?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (yearFirst) return day(yearFirst[1]!, yearFirst[2]!, yearFirst[3] ?? '1');
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\s.*)?$/.exec(plain);
  if (yearLast) {
    const [, a, b, year] = yearLast as unknown as [string, string, string, string];
    return order === 'dmy' ? day(year, b, a) : day(year, a, b);
  }
  // A day that a spreadsheet wrote as its number: 1982 to 2119.
  if (/^[3-8]\d{4}$/.test(plain))
    return new Date(Date.UTC(1899, 11, 30) + Number(plain) * 86_400_000).toISOString().slice(0, 10);
  return undefined;
}

function day(year: string, month: string, date: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

const faults = {
  day: (text: string) => ({
    fault: {
      zh: `“${text}”不是有效的日期，请写成 2026-11-22 这样`,
      en: `"${text}" is not a day; write it like 2026-11-22`,
    },
  }),
  money: (text: string) => ({
    fault: { zh: `“${text}”不是有效的金额`, en: `"${text}" is not an amount` },
  }),
  number: (text: string) => ({ fault: { zh: `“${text}”不是数字`, en: `"${text}" is not a number` } }),
  choice: (text: string, { choices = [] }: Target) => ({
    fault: {
      zh: `“${text}”不在选项中：${choices.map(({ zh }) => zh).join('、')}`,
      en: `"${text}" is none of: ${choices.map(({ en }) => en).join(', ')}`,
    },
  }),
};
