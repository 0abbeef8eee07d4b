import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { productsContract } from '#products/products.contract.ts';
import { productHandlers } from '#products/products.server.ts';
import { dealAsOf, peopleUntil, type DealEvent } from '#deals/deal-history.ts';
import { memberRoles, type DealMember } from '#deals/deal.ts';
import { openDealsCompany } from '#deals/testing.server.ts';

const replaced = (toId: string): DealEvent => ({ at: '2026-02-01T00:00:00.000Z', data: { fromId: 'ann', toId } });
const moment = (day: number) => `2026-04-${String(day + 1).padStart(2, '0')}T02:00:00.000Z`;

describe('the past of a deal', () => {
  const ann: DealMember = { userId: 'ann', role: 'presales' };
  const bob: DealMember = { userId: 'bob', role: 'service' };
  const created: DealEvent = {
    at: '2026-01-01T00:00:00.000Z',
    data: { after: { name: '单', memberIds: ['ann', 'bob'], version: 1 }, members: [ann, bob] },
  };

  test('an heir stands in the leaver’s role from then on, not before', () => {
    const events = [created, replaced('eve')];
    expect(dealAsOf(events, '2026-01-31T00:00:00.000Z')?.members).toEqual([ann, bob]);
    expect(dealAsOf(events, '2026-02-01T00:00:00.000Z')).toMatchObject({
      members: [{ userId: 'eve', role: 'presales' }, bob],
      deal: { memberIds: ['bob', 'eve'], version: 2, updatedAt: '2026-02-01T00:00:00.000Z' },
    });
  });

  test('an heir who was in the team keeps her own role', () => {
    expect(dealAsOf([created, replaced('bob')], '2026-03-01T00:00:00.000Z')?.members).toEqual([bob]);
  });

  test('lines that no event told of are unknown, not absent', () => {
    expect(dealAsOf([created], '2026-03-01T00:00:00.000Z')?.lines).toBeNull();
  });

  test('its people follow the maps while it is under way, then stay as they were when it ended', () => {
    const lost: DealEvent = { at: '2026-02-01T00:00:00.000Z', data: { after: { state: 'lost' } } };
    const graded: DealEvent = { at: '2026-02-09T00:00:00.000Z', data: { after: { grade: 'C' } } };
    const drawn: DealEvent = { at: '2026-02-20T00:00:00.000Z', data: { chain: { version: 2 } } };
    const until = (at: string) => {
      const events = [created, lost, graded, drawn];
      return peopleUntil(events, dealAsOf(events, at)!.deal, at);
    };
    expect(until('2026-01-20T00:00:00.000Z')).toBe('2026-01-20T00:00:00.000Z');
    expect(until('2026-02-10T00:00:00.000Z')).toBe(lost.at);
    expect(until('2026-03-01T00:00:00.000Z')).toBe(drawn.at);
  });

  test('before its creation there is nothing', () => {
    expect(dealAsOf([created], '2025-12-31T00:00:00.000Z')).toBeNull();
  });
});

describe('read from the database', () => {
  let at: Awaited<ReturnType<typeof openDealsCompany>>;
  let products: string[];
  beforeAll(async () => {
    at = await openDealsCompany({ products: productHandlers });
    const director = at.company.as(productsContract, at.company.actors['director']!);
    const made = ['机床', '机床', '软件'].map((line, i) =>
      director.create({ name: `产品${i}`, line, unit: '台', price: 100 }),
    );
    products = (await Promise.all(made)).map(({ id }) => id);
  });
  afterAll(() => at.close());

  const line = fc.record({
    product: fc.nat(2),
    quantity: fc.integer({ min: 1, max: 9_999 }).map((n) => n / 100),
    unitPrice: fc.nat(1_000_000),
  });
  const colleagues = ['presales', 'service', 'northRep2', 'southRep'];
  const step = fc.oneof(
    fc.record({ lines: fc.array(line, { maxLength: 3 }) }),
    fc.record({
      members: fc.uniqueArray(fc.tuple(fc.constantFrom(...colleagues), fc.constantFrom(...memberRoles)), {
        selector: ([name]) => name,
        maxLength: 3,
      }),
    }),
    fc.record({ amount: fc.nat(1_000_000_000) }),
  );
  const named = (lines: readonly { product: number; quantity: number; unitPrice: number }[]) =>
    lines.map(({ product, ...rest }) => ({ productId: products[product]!, ...rest }));

  test('every past moment is what the page showed then: fields, lines, team and gate', async () => {
    const rep = at.as('northRep');
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 2 }),
        fc.array(step, { minLength: 1, maxLength: 6 }),
        async (lines, steps) => {
          at.setClock(moment(0));
          const { id } = await at.newDeal('回放', { lines: named(lines) });
          const shown = [await rep.show({ id })];
          for (const [turn, one] of steps.entries()) {
            at.setClock(moment(turn + 1));
            const version = turn + 1;
            if ('lines' in one) await rep.setLines({ id, version, lines: named(one.lines) });
            else if ('members' in one) {
              const members = one.members.map(([name, role]) => ({ userId: at.company.actors[name]!.userId, role }));
              await rep.setMembers({ id, version, members });
            } else await rep.update({ id, version, amount: one.amount });
            shown.push(await rep.show({ id }));
          }
          for (const [turn, { deal, lines: then, members, gate, stages }] of shown.entries())
            expect(await rep.show({ id, at: moment(turn) })).toMatchObject({
              deal,
              lines: then,
              members,
              gate,
              stages,
            });
        },
      ),
      { numRuns: 12 },
    );
  });
});
