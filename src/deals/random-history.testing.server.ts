import fc from 'fast-check';
import { dealAsOf, type DealEvent } from '#deals/deal-history.ts';
import type { Deal } from '#deals/deal.ts';
import type { openDealsCompany } from '#deals/testing.server.ts';

type House = Awaited<ReturnType<typeof openDealsCompany>>;
type Act = { deal: number; act: (typeof acts)[number]; number: number; hours: number };

const acts = ['amount', 'closeOn', 'grade', 'owner', 'advance', 'back', 'park', 'lose', 'reopen', 'facts'] as const;
/** Random acts on three deals, hours apart. */
export const randomActs = fc.array(
  fc.record({
    deal: fc.integer({ min: 0, max: 2 }),
    act: fc.constantFrom(...acts),
    number: fc.integer({ min: 0, max: 5 }),
    hours: fc.integer({ min: 1, max: 400 }),
  }),
  { minLength: 25, maxLength: 40 },
);

/** Does it if the deal is where it can be done. */
async function play(house: House, { act, number }: Act, deal: Deal): Promise<Deal> {
  const manager = house.as('northManager');
  const at = { id: deal.id, version: deal.version };
  const closed = deal.state !== 'open';
  switch (act) {
    case 'amount':
      return manager.update({ ...at, amount: number === 0 ? null : number * 12_345 });
    case 'closeOn':
      return manager.update({ ...at, closeOn: number === 0 ? null : `2026-0${number + 3}-15` });
    case 'grade':
      return manager.update({ ...at, grade: (['A', 'B', 'C', 'D', null, null] as const)[number] });
    case 'owner':
      return manager.assign({ ...at, ownerId: house.company.actors[number < 3 ? 'northRep' : 'northRep2']!.userId });
    case 'facts':
      return manager.recordFacts({ ...at, values: { 'deal.enteredAt': number < 3 ? 'discover' : null } });
    case 'reopen':
      return closed ? manager.reopen({ ...at, reason: '客户重新启动' }) : deal;
    case 'park':
      return closed ? deal : manager.park({ ...at, reason: 'parked.budget', revisitOn: '2039-01-03' });
    case 'lose':
      return closed ? deal : manager.lose({ ...at, reason: 'lost.price' });
    case 'back':
      if (closed || deal.stageId === 'analyse') return deal;
      return manager.moveBack({ ...at, to: 'analyse', reason: '需求要重新确认' });
    default: {
      if (deal.finishedOn || deal.state === 'lost' || deal.state === 'parked') return deal;
      const won = deal.stageId === 'commitment' && deal.state === 'open' ? { reason: 'won.price' as const } : undefined;
      return manager.advance({ ...at, override: { reason: '先行推进' }, ...(won && { won }) });
    }
  }
}

/**
 * Three new deals and what the acts do to them, through the API.
 *
 * @param clock milliseconds at which it begins; they are ahead of all that was played before
 * @returns the deals' ids, and when the last act was
 */
export async function playActs(
  house: House,
  acts: readonly Act[],
  clock: number,
): Promise<{ ids: string[]; ended: number }> {
  let now = clock;
  const tick = (hours: number) => {
    now += hours * 3_600_000;
    house.setClock(new Date(now).toISOString());
  };
  const deals: Deal[] = [];
  for (let i = 0; i < 3; i++) {
    tick(1);
    deals.push(await house.newDeal(`随机 ${now}`, { amount: i === 0 ? null : i * 100_000 }));
  }
  for (const act of acts) {
    tick(act.hours);
    deals[act.deal] = await play(house, act, deals[act.deal]!);
  }
  return { ids: deals.map(({ id }) => id), ended: now };
}

export async function eventsOf(house: House, dealId: string): Promise<DealEvent[]> {
  return (await house.company.database.system
    .selectFrom('events')
    .select(['at', 'data'])
    .where('subject_id', '=', dealId)
    .where('type', 'like', 'deal.%')
    .orderBy('id')
    .execute()) as DealEvent[];
}

/** The deals as their events tell them at a moment; those that were there. */
export async function replayed(house: House, ids: readonly string[], at: string): Promise<Deal[]> {
  const all = await Promise.all(ids.map((id) => eventsOf(house, id)));
  return all.flatMap((events) => dealAsOf(events, at)?.deal ?? []);
}
