import { z } from 'zod';
import type { FactType } from '#method/fact-type.ts';
import { isDay } from '#shared/day.ts';
import { inBoth } from '#shared/input-words.ts';
import { Currency, MinorUnits } from '#shared/money.ts';
import type { Text } from '#shared/messages.ts';

/** An exact amount with its currency. */
export const Money = z.object({
  amount: MinorUnits.min(0).max(9_000_000_000_000_00),
  currency: Currency.default('CNY'),
});
export type Money = z.infer<typeof Money>;

/** The value of a fact, as its catalogue entry types it: text, number, yes or no, amount, key of a choice, day. */
export const Value = z
  .union([z.string().trim().min(1).max(2000), z.number(), z.boolean(), Money])
  .meta({ description: 'As the fact is typed: text, key of a choice, day, number, yes or no, amount' });
export type Value = z.infer<typeof Value>;

/** What is wrong with a value of this type, in both languages; null: nothing. */
export function valueFault(type: FactType, value: Value): string | null {
  const fault = faultOf(type, value);
  return fault && inBoth(fault);
}

function faultOf(type: FactType, value: Value): Text | null {
  switch (type.kind) {
    case 'number':
      if (type.unit === 'minorUnits')
        return typeof value === 'object' ? null : { zh: '请填写金额', en: 'Enter an amount' };
      return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 1e12
        ? null
        : { zh: '请填写数字', en: 'Enter a number' };
    case 'boolean':
      return typeof value === 'boolean' ? null : { zh: '只能是“是”或“否”', en: 'Must be yes or no' };
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(type.words, value)
        ? null
        : { zh: '请从列出的选项中选择', en: 'Choose one of those listed' };
    case 'day':
      return typeof value === 'string' && isDay(value)
        ? null
        : { zh: '请填写有效的日期，如 2026-11-22', en: 'Enter a valid day such as 2026-11-22' };
    default:
      return typeof value === 'string' ? null : { zh: '请填写文字', en: 'Enter text' };
  }
}
