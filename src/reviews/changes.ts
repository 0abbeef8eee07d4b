import { z } from 'zod';
import { dayOf, Day, type Instant } from '#shared/day.ts';
import { Currency, MinorUnits } from '#shared/money.ts';
import type { Text } from '#shared/messages.ts';

export const Words = z.object({ zh: z.string(), en: z.string() });

export const stageMoves = [
  'advanced',
  'finished',
  'overridden',
  'movedBack',
  'won',
  'lost',
  'parked',
  'reopened',
] as const;

const said = { on: Day, by: z.string().nullable() };

/** What happened to a deal since it was last talked about, the money and the dates as their sum. */
export const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amount'), from: MinorUnits.nullable(), to: MinorUnits.nullable(), currency: Currency }),
  z.object({
    kind: z.literal('closeOn'),
    from: Day.nullable(),
    to: Day.nullable(),
    later: z.int().meta({ description: 'How often it was moved to a later day' }),
  }),
  z.object({ kind: z.literal('stage'), how: z.enum(stageMoves), to: Words.nullable(), note: z.string(), ...said }),
  z.object({ kind: z.literal('evidence'), check: Words, statement: z.string(), against: z.boolean(), ...said }),
  z.object({ kind: z.literal('retracted'), reason: z.string(), ...said }),
  z.object({ kind: z.literal('done'), title: z.string(), ...said }),
  z.object({ kind: z.literal('late'), title: z.string(), on: Day, by: z.string().nullable() }),
]);
export type Change = z.infer<typeof Change>;

/** An event of the deal, as the log keeps it (deals/deal-events.ts tells the shapes). */
export type DealEvent = {
  at: Instant;
  type: string;
  actorName: string | null;
  data: { readonly [key: string]: unknown };
};
/** A task about the deal; done since, or open. */
export type DealTask = { title: string; ownerName: string; dueOn: Day | null; doneAt: Instant | null };

/** The events that this reads; others tell nothing of how the deal stands. */
export const toldTypes = [
  'deal.changed',
  'deal.evidenceAdded',
  'deal.evidenceRetracted',
  ...stageMoves.map((move) => `deal.${move}`),
];

/**
 * @param events since the last review, in any order
 * @param tasks done since then, and all that are open
 * @param timeZone where its days are
 */
export function changesOf(
  events: readonly DealEvent[],
  tasks: readonly DealTask[],
  { today, timeZone, currency }: { today: Day; timeZone: string; currency: string },
): Change[] {
  const inOrder = events.toSorted((a, b) => compare(a.at, b.at));
  const on = (at: Instant) => dayOf(at, timeZone);
  const told = inOrder.flatMap((event): Change[] => {
    const { type, data } = event;
    const by = { on: on(event.at), by: event.actorName };
    const move = stageMoves.find((one) => type === `deal.${one}`);
    if (move) return [{ kind: 'stage', how: move, to: stageOf(data), note: noteOf(data), ...by }];
    if (type === 'deal.evidenceRetracted') return [{ kind: 'retracted', reason: text(data['reason']), ...by }];
    if (type !== 'deal.evidenceAdded') return [];
    const { check, statement, direction } = object(data['evidence']);
    const words = wordsFor(data, `check:${text(check)}`) ?? { zh: text(check), en: text(check) };
    return [{ kind: 'evidence', check: words, statement: text(statement), against: direction === 'refutes', ...by }];
  });
  const order = (a: DealTask, b: DealTask) => compare(a.dueOn ?? '9', b.dueOn ?? '9') || compare(a.title, b.title);
  const done = tasks.filter(({ doneAt }) => doneAt !== null).toSorted(order);
  const late = tasks.filter(({ doneAt, dueOn }) => doneAt === null && dueOn !== null && dueOn < today).toSorted(order);
  return [
    ...amountChange(inOrder, currency),
    ...closeChange(inOrder),
    ...told,
    ...done.map(({ title, doneAt, ownerName }): Change => ({ kind: 'done', title, on: on(doneAt!), by: ownerName })),
    ...late.map(({ title, dueOn, ownerName }): Change => ({ kind: 'late', title, on: dueOn!, by: ownerName })),
  ];
}

function amountChange(events: readonly DealEvent[], currency: string): Change[] {
  const steps = stepsOf<number>(events, 'amount');
  const [from, to] = [steps[0]?.from ?? null, steps.at(-1)?.to ?? null];
  return from === to ? [] : [{ kind: 'amount', from, to, currency }];
}

function closeChange(events: readonly DealEvent[]): Change[] {
  const steps = stepsOf<Day>(events, 'closeOn');
  const later = steps.filter(({ from, to }) => from !== null && to !== null && from < to).length;
  const [from, to] = [steps[0]?.from ?? null, steps.at(-1)?.to ?? null];
  return from === to && later === 0 ? [] : [{ kind: 'closeOn', from, to, later }];
}

function stepsOf<T>(events: readonly DealEvent[], field: string): { from: T | null; to: T | null }[] {
  return events.flatMap(({ type, data }) => {
    const after = object(data['after']);
    if (type !== 'deal.changed' || !(field in after)) return [];
    return [{ from: (object(data['before'])[field] ?? null) as T | null, to: (after[field] ?? null) as T | null }];
  });
}

function stageOf(data: DealEvent['data']): Text | null {
  return wordsFor(data, `stage:${text(object(data['move'])['to'])}`) ?? null;
}

function noteOf(data: DealEvent['data']): string {
  return text(object(data['move'])['reason']) || text(object(data['after'])['reasonNote']) || text(data['reason']);
}

function wordsFor(data: DealEvent['data'], key: string): Text | undefined {
  return object(data['words'])[key] as Text | undefined;
}

function object(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
