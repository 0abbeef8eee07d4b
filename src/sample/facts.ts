import type { Day } from '#shared/day.ts';
import { facts } from '#method/facts.ts';
import { workDay } from '#sample/relative.ts';

/** A fact's value from what the story says: days are offsets from today, money is 万元. */
export function factFrom(id: string, value: string | number | boolean, today: Day): string | number | boolean {
  const type = Object.hasOwn(facts, id) ? facts[id as keyof typeof facts].type : undefined;
  if (!type) throw new Error(`there is no fact ${id}`);
  if (typeof value !== 'number') return value;
  if (type.kind === 'day') return workDay(today, value);
  return type.kind === 'number' && 'unit' in type && type.unit === 'minorUnits' ? Math.round(value * 1_000_000) : value;
}
