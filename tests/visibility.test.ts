import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canSee, type Actor } from '#permissions/actor.ts';
import { scopes } from '#permissions/scope.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { productHandlers } from '#products/products.server.ts';
import { newId } from '#platform/id.server.ts';

/** The pure rule and the SQL rule are two spellings of one: they agree on every record for every actor. */
let company: TestCompany;
beforeAll(async () => {
  company = await openTestCompany({ products: productHandlers });
});
afterAll(() => company.close());

test('canSee and visibleTo agree', async () => {
  const { tenantId, teams, actors, database } = company;
  const people = Object.values(actors).map(({ userId }) => userId);
  const teamIds = Object.values(teams);
  const anyRecord = fc.record({
    ownerId: fc.option(fc.constantFrom(...people)),
    teamId: fc.option(fc.constantFrom(...teamIds, newId())),
    memberIds: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 4 }),
  });
  const anyActor = fc.record({
    userId: fc.constantFrom(...people, newId()),
    scope: fc.constantFrom(...scopes),
    teamIds: fc.uniqueArray(fc.constantFrom(...teamIds), { maxLength: 3 }),
  });
  const drawn = fc.record({ records: fc.array(anyRecord, { minLength: 1, maxLength: 12 }), who: anyActor });
  await fc.assert(
    fc.asyncProperty(drawn, async ({ records, who }) => {
      const actor: Actor = { ...actors['admin']!, ...who };
      const rows = records.map((record) => ({ ...record, id: newId() }));
      const at = '2026-01-01T00:00:00.000Z';
      const values = rows.map(({ id, ownerId, teamId, memberIds }) => ({
        tenant_id: tenantId,
        id,
        name: id,
        name_key: id,
        created_at: at,
        updated_at: at,
        owner_id: ownerId,
        team_id: teamId,
        member_ids: memberIds,
      }));
      const seen = await database.write(tenantId, async (tx) => {
        await tx.deleteFrom('accounts').where('tenant_id', '=', tenantId).execute();
        await tx.insertInto('accounts').values(values).execute();
        const accounts = tx.selectFrom('accounts').select('id').where('tenant_id', '=', tenantId);
        return accounts.where(visibleTo(actor, 'accounts')).execute();
      });
      const expected = rows.filter((row) => canSee(actor, row)).map(({ id }) => id);
      expect(seen.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 150 },
  );
}, 120_000);
