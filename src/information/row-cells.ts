import type { Day } from '#shared/day.ts';
import type { Lang } from '#shared/messages.ts';
import { shortAmount } from '#ui/amount.ts';
import type { informationMessages } from '#information/information.messages.ts';
import type { InformationList, RowOf } from '#information/information-row.ts';
import type { Messages } from '#shared/messages.ts';

type Words = Messages<(typeof informationMessages)['zh']['table']>;
type Reading = { m: Words; lang: Lang; today: Day };

/** What the columns of a table are called; the first opens the row. */
export function headsOf(list: InformationList, m: Words): string[] {
  if (list === 'installed') return [m.use, m.brand, m.model, m.quantity, m.sinceYear];
  if (list === 'approval') return [m.who, m.upTo, m.does];
  return [m.name, m.solution, m.price, m.quality, m.service, m.relations, m.support];
}

/** A row's cells beside those heads; '' where nothing is known. */
export function cellsOf(content: RowOf, { m, lang, today }: Reading): string[] {
  if (content.list === 'installed') {
    const { use, brand, model, quantity, sinceYear, ours } = content.row;
    const years = sinceYear ? m.years(Number(today.slice(0, 4)) - sinceYear) : '';
    const made = [brand, ours && m.ours].filter(Boolean).join(' · ');
    return [use, made, model ?? '', quantity?.toString() ?? '', sinceYear ? `${sinceYear} · ${years}` : ''];
  }
  if (content.list === 'approval') {
    const { step, who, upTo, does } = content.row;
    return [`${step}. ${who}`, upTo ? m.below(shortAmount(upTo, lang)) : m.noLimit, does ?? ''];
  }
  const { name, solution, price, quality, service, relations, support } = content.row;
  return [name, ...[solution, price, quality, service, relations, support].map((text) => text ?? '')];
}

/** The approval path by its steps; other tables as they were recorded. */
export function inOrder<R extends { content: RowOf; rowId: string }>(rows: readonly R[]): R[] {
  const step = ({ content }: R) => (content.list === 'approval' ? content.row.step : 0);
  return rows.toSorted((a, b) => step(a) - step(b) || (a.rowId < b.rowId ? -1 : 1));
}
