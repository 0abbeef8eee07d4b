import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dealAsOf } from '#deals/deal-history.ts';
import { eventsOf, playActs, randomActs } from '#deals/random-history.testing.server.ts';
import { openDealsCompany } from '#deals/testing.server.ts';

let house: Awaited<ReturnType<typeof openDealsCompany>>;
beforeAll(async () => {
  house = await openDealsCompany();
});
afterAll(() => house.close());

const counted = [
  'state',
  'playbookId',
  'stageId',
  'amount',
  'currency',
  'closeOn',
  'closedOn',
  'ownerId',
  'teamId',
  'grade',
  'origin',
] as const;

describe('the history of deals', () => {
  test('whatever happens, a row that holds at a moment is the deal as it was then', async () => {
    let clock = Date.parse('2026-03-02T02:00:00.000Z');
    await fc.assert(
      fc.asyncProperty(randomActs, async (acts) => {
        const began = clock;
        const { ids, ended } = await playActs(house, acts, clock);
        clock = ended;
        for (const id of ids) {
          const rows = await statesOf(id);
          const events = await eventsOf(house, id);
          for (let i = 0; i <= 12; i++) {
            const at = new Date(began - 7_200_000 + ((clock - began + 7_200_000) * i) / 12).toISOString();
            const then = dealAsOf(events, at)?.deal ?? null;
            const holding = rows.filter(({ since, until }) => since <= at && at < until);
            expect(holding.length).toBe(then ? 1 : 0);
            if (!then) continue;
            expect(holding[0]).toMatchObject(Object.fromEntries(counted.map((field) => [field, then[field] ?? null])));
            expect(holding[0]!.finished).toBe(then.finishedOn !== null);
            expect(holding[0]!.buyerEntry).toBe(then.facts.values['deal.enteredAt'] ?? null);
          }
        }
      }),
      { numRuns: 4 },
    );
  }, 180_000);

  test('is written anew by the migration from the events as the commands wrote it', async () => {
    const { database } = house.company;
    const written = await allStates();
    expect(written.length).toBeGreaterThan(60);
    const migration = await readFile(
      new URL('../../migrations/2026-11-26-43-deal-states.sql', import.meta.url),
      'utf8',
    );
    // What it read of imports, of which there are none here.
    const moves =
      'create temp table stage_moves (tenant_id uuid, id uuid, deal_id uuid, kind text, to_stage text, at timestamptz, import_id uuid)';
    await database.pool.query(`${moves}; drop table deal_states; ${migration}; drop table stage_moves`);
    expect(await allStates()).toEqual(written);
  });

  test('cannot be rewritten by the company', async () => {
    const { database, tenantId } = house.company;
    const write = (text: string) =>
      expect(database.write(tenantId, (tx) => sql.raw(text).execute(tx))).rejects.toThrow(/permission denied/);
    await write('update deal_states set amount = 1');
    await write('delete from deal_states');
  });
});

type State = { [field in (typeof counted)[number]]: unknown } & {
  since: string;
  until: string;
  finished: boolean;
  buyerEntry: string | null;
};

async function statesOf(dealId: string): Promise<State[]> {
  const { rows } = await sql<State>`
    select since, case when until = 'infinity' then '9999' else to_char(until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end as until,
      state, finished, playbook_id as "playbookId", stage_id as "stageId", amount, currency, close_on as "closeOn",
      closed_on as "closedOn", owner_id as "ownerId", team_id as "teamId", grade, origin, buyer_entry as "buyerEntry"
    from deal_states where deal_id = ${dealId} order by since`.execute(house.company.database.system);
  return rows;
}

async function allStates() {
  const { rows } = await sql`select to_jsonb(s) - 'id' as row from deal_states s order by deal_id, since`.execute(
    house.company.database.system,
  );
  return rows;
}
