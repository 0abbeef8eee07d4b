import { z } from 'zod';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import { lists } from '#method/fact-lists.ts';
import type { GateSummary } from '#method/portfolio.ts';
import type { Cause } from '#method/standing.ts';
import { Id } from '#shared/id.ts';
import { MinorUnits } from '#shared/money.ts';
import type { Text } from '#shared/messages.ts';
import { movingMessages } from '#deals/moving/moving.messages.ts';
import type { Deal } from '#deals/deal.ts';
import type { Foreseen } from '#deals/moving/deal-move.ts';

const Words = z.object({ zh: z.string(), en: z.string() });
const CauseShape = z.object({ stage: z.string(), key: z.string() });
const GateCount = z.object({ met: z.int(), total: z.int(), open: z.boolean() });

/** What a move, or a draft, would do to one deal. */
export const ForeseenDeal = z.object({
  id: Id,
  version: z.int(),
  name: z.string(),
  accountName: z.string().nullable(),
  ownerName: z.string().nullable(),
  amount: MinorUnits.nullable(),
  currency: z.string(),
  playbookVersion: z.int(),
  stageId: z.string().meta({ description: 'Where it stands' }),
  to: z.string().meta({ description: 'The stage it would be put into' }),
  stands: z.string().meta({ description: 'The furthest stage that it would hold there' }),
  steps: z.int().meta({ description: 'How many stages lower that is' }),
  causes: z.array(CauseShape).meta({ description: 'What would be missing behind it that is not missing today' }),
  before: GateCount.meta({ description: 'The gate of its stage: ★ checks met, and whether it is open' }),
  after: GateCount,
  carried: z.int().meta({ description: 'Standing evidence on checks of the other method' }),
  aside: z.int(),
  buyer: z
    .object({ from: z.string(), to: z.string().nullable() })
    .nullable()
    .meta({ description: "The buyer's step, and what it is there; null: it is not known, or would not be" }),
});
export type ForeseenDeal = z.infer<typeof ForeseenDeal>;

/** How many deals would stand so many stages lower, and which checks make them. */
export const LowerGroup = z.object({
  steps: z.int(),
  deals: z.int(),
  causes: z.array(CauseShape.extend({ words: Words, deals: z.int() })),
});

export const Foresight = z.object({
  deals: z.int().meta({ description: 'Open deals that were judged: those that the asker may see' }),
  lower: z.array(LowerGroup),
  restaged: z.int().meta({ description: 'Their stage has no counterpart of its own id' }),
  opens: z.int().meta({ description: 'The gate of their stage would open' }),
  shuts: z.int(),
  aside: z.int().meta({ description: 'Deals with evidence that would be kept aside' }),
  buyerLost: z.int().meta({ description: "Deals whose buyer's step would not be known any more" }),
  names: z
    .record(z.string(), Words)
    .meta({ description: "'stage:trust', 'buyer:evaluate' → what it is called, in either method" }),
  rows: z.array(ForeseenDeal).meta({ description: 'The most affected first' }),
  more: z.int().meta({ description: 'Further deals, not in `rows`' }),
});
export type Foresight = z.infer<typeof Foresight>;

/** @param compiled the method whose stage the summary is of */
export function gateCount(compiled: CompiledPlaybook, stageId: string, { open, missing }: GateSummary) {
  const total = compiled.stageById.get(stageId)!.checks.filter(({ check }) => check.mandatory).length;
  return { met: total - missing.filter((key) => key.startsWith('check:')).length, total, open };
}

type Known = Pick<
  ForeseenDeal,
  'id' | 'version' | 'name' | 'accountName' | 'ownerName' | 'amount' | 'currency' | 'playbookVersion' | 'stageId'
> &
  Pick<Deal, 'facts'>;

export function foreseenDeal(
  { id, version, name, accountName, ownerName, amount, currency, playbookVersion, stageId, facts }: Known,
  { moved, stands, steps, causes, gate, evidence }: Foreseen,
  before: CompiledPlaybook,
  after: CompiledPlaybook,
): ForeseenDeal {
  const step = facts.values['buyer.stage'];
  return {
    id,
    version,
    name,
    accountName,
    ownerName,
    amount,
    currency,
    playbookVersion,
    stageId,
    to: moved.stageId,
    stands,
    steps,
    causes: [...causes],
    before: gateCount(before, stageId, gate.before),
    after: gateCount(after, moved.stageId, gate.after),
    ...evidence,
    buyer: step === undefined ? null : { from: step, to: moved.facts.values['buyer.stage'] ?? null },
  };
}

const isAffected = (deal: ForeseenDeal) =>
  deal.steps > 0 ||
  deal.stageId !== deal.to ||
  deal.before.open !== deal.after.open ||
  deal.aside > 0 ||
  (deal.buyer !== null && deal.buyer.from !== deal.buyer.to);

/**
 * The sums of a foresight, and its deals, the most affected first: how far they fall, then by amount.
 *
 * @param only 'affected': deals that nothing happens to are counted, not listed
 */
export function summedUp(
  all: readonly ForeseenDeal[],
  methods: readonly CompiledPlaybook[],
  after: CompiledPlaybook,
  { most, only }: { most: number; only?: 'affected' },
): Foresight {
  const count = (is: (deal: ForeseenDeal) => boolean) => all.filter(is).length;
  const groups = Map.groupBy(
    all.filter(({ steps }) => steps > 0),
    ({ steps }) => steps,
  );
  const listed = (only ? all.filter(isAffected) : [...all]).toSorted(
    (a, b) =>
      b.steps - a.steps ||
      Number(b.stageId !== b.to) - Number(a.stageId !== a.to) ||
      Number(isAffected(b)) - Number(isAffected(a)) ||
      (b.amount ?? -1) - (a.amount ?? -1),
  );
  return {
    deals: all.length,
    lower: [...groups]
      .toSorted(([a], [b]) => a - b)
      .map(([steps, deals]) => ({ steps, deals: deals.length, causes: causesOf(deals, after) })),
    restaged: count(({ stageId, to }) => stageId !== to),
    opens: count(({ before, after: then }) => !before.open && then.open),
    shuts: count(({ before, after: then }) => before.open && !then.open),
    aside: count(({ aside }) => aside > 0),
    buyerLost: count(({ buyer }) => buyer !== null && buyer.to === null),
    names: namesOf([...methods, after]),
    rows: listed.slice(0, most),
    more: Math.max(0, listed.length - most),
  };
}

function causesOf(deals: readonly ForeseenDeal[], after: CompiledPlaybook) {
  const counts = new Map<string, { cause: Cause; deals: number }>();
  for (const cause of deals.flatMap(({ causes }) => causes)) {
    const known = counts.get(cause.key);
    if (known) known.deals++;
    else counts.set(cause.key, { cause, deals: 1 });
  }
  return [...counts.values()]
    .toSorted((a, b) => b.deals - a.deals)
    .map(({ cause, deals: many }) => ({ ...cause, words: missWords(cause.key, after), deals: many }));
}

/** What a miss is called: the check, the artifact, or the buyer's step that is waited for. */
export function missWords(key: string, { checkById, playbook }: CompiledPlaybook): Text {
  const id = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('check:')) return checkById.get(id)?.check.text ?? { zh: id, en: id };
  if (key.startsWith('artifact:')) {
    const kinds: { readonly [kind: string]: Text } = lists.artifacts.fields.kind.words;
    return kinds[id] ?? { zh: id, en: id };
  }
  const step = playbook.buyerStages.find((one) => one.id === id)?.name ?? { zh: id, en: id };
  return { zh: movingMessages.zh.waitsForBuyer(step.zh), en: movingMessages.en.waitsForBuyer(step.en) };
}

function namesOf(methods: readonly CompiledPlaybook[]): { [key: string]: Text } {
  return Object.fromEntries(
    methods.flatMap(({ playbook }) => [
      ...playbook.stages.map(({ id, name }) => [`stage:${id}`, name] as const),
      ...playbook.buyerStages.map(({ id, name }) => [`buyer:${id}`, name] as const),
    ]),
  );
}
