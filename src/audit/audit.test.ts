import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { newId } from '#platform/id.server.ts';
import { recorder } from '#platform/events/events.server.ts';
import { recordAccess } from '#platform/events/access.server.ts';
import { auditChainContract, auditContract } from '#audit/audit.contract.ts';
import { canonicalJson } from '#audit/audit.ts';
import { auditChainHandlers, auditHandlers } from '#audit/audit.server.ts';
import { sealAllEvents, sealEvents } from '#audit/seal-events.server.ts';
import { verifyChain } from '#audit/verify-chain.server.ts';

let company: TestCompany;
beforeAll(async () => {
  company = await openTestCompany({ audit: { ...auditHandlers, ...auditChainHandlers } });
});
afterAll(() => company.close());
beforeEach(async () => {
  await query('delete from event_seals');
  await query('delete from events');
});

const query = async (text: string, values: unknown[] = []) => (await company.database.pool.query(text, values)).rows;
const as = (name: string) => company.as({ ...auditContract, ...auditChainContract }, company.actors[name]!);

async function happen(count: number, at = '2026-11-22T08:00:00.000Z', by = 'northRep') {
  const subject = { kind: 'deal', id: newId() };
  await company.database.write(company.tenantId, (tx) =>
    recorder(tx, company.actors[by]!, at, 'request-1').all(
      Array.from({ length: count }, (_, i) => ({
        type: 'deal.changed',
        subject,
        data: { name: `第 ${i} 步`, after: { i } },
      })),
    ),
  );
  return subject.id;
}
const seal = () => sealEvents(company.database, company.tenantId);
const verify = (head?: { seq: number; hash: string }) => verifyChain(company.database, company.tenantId, head);
const eventIds = async () => (await query('select id from events order by id')).map(({ id }) => id as string);

describe('the chain', () => {
  test('takes in what happened, once, and is intact', async () => {
    expect(await verify()).toMatchObject({ intact: true, sealed: 0, pending: 0 });
    await happen(3);
    expect(await verify()).toMatchObject({ intact: true, sealed: 0, pending: 3 });
    expect(await seal()).toMatchObject({ sealed: 3, head: { seq: 3 } });
    await happen(2);
    expect(await seal()).toMatchObject({ sealed: 2, head: { seq: 5 } });
    expect(await seal()).toMatchObject({ sealed: 0, head: { seq: 5 } });
    expect(await verify()).toMatchObject({ intact: true, sealed: 5, pending: 0, faults: [] });
  });

  test.each([
    ['what was done', `data = jsonb_set(data, '{after,i}', '9')`],
    ['who did it', 'actor_id = gen_random_uuid()'],
    ['when, by a microsecond', "at = at + interval '1 microsecond'"],
    ['to what', 'subject_id = gen_random_uuid()'],
    ['what it is called', "type = 'deal.viewed'"],
    ['in whose timeline', 'account_id = gen_random_uuid()'],
    ['by which request', 'request_id = null'],
  ])('tells when somebody rewrote %s', async (_what, change) => {
    await happen(5);
    await seal();
    const id = (await eventIds())[2]!;
    await query(`update events set ${change} where id = $1`, [id]);
    const { intact, faults } = await verify();
    expect(intact).toBe(false);
    expect(faults).toMatchObject([{ kind: 'changed', seq: 3, eventId: id }]);
  });

  test('tells what was removed, with its seal or without', async () => {
    await happen(5);
    await seal();
    const ids = await eventIds();
    await query('delete from events where id = $1', [ids[1]]);
    expect((await verify()).faults).toMatchObject([{ kind: 'removed', seq: 2, eventId: ids[1] }]);
    await query('delete from event_seals where event_id = $1', [ids[1]]);
    expect((await verify()).faults).toMatchObject([{ kind: 'sealBroken', seq: 2 }]);
  });

  test('tells what was put in among the old ones', async () => {
    await happen(3);
    await seal();
    const old = `018f0000-0000-7000-8000-${'0'.repeat(12)}`;
    await query(
      `insert into events (tenant_id, id, at, type, subject_kind, subject_id, data)
       values ($1, $2, '2024-05-01', 'deal.won', 'deal', $2, '{}')`,
      [company.tenantId, old],
    );
    expect(await seal()).toMatchObject({ sealed: 0 });
    expect((await verify()).faults).toMatchObject([{ kind: 'inserted', seq: null, eventId: old, type: 'deal.won' }]);
  });

  test('tells by a head noted elsewhere that everything was sealed anew, or the end was cut off', async () => {
    await happen(4);
    const { head } = await seal();
    await query(`update events set data = '{}' where id = $1`, [(await eventIds())[3]]);
    await query('delete from event_seals');
    await seal();
    expect((await verify()).intact).toBe(true);
    expect((await verify(head)).faults).toMatchObject([{ kind: 'sealBroken', seq: 4 }]);
    await query('delete from event_seals where seq = 4');
    await query('delete from events where id = $1', [(await eventIds())[3]]);
    expect((await verify(head)).faults).toMatchObject([{ kind: 'sealBroken', seq: 4 }]);
  });

  test('takes a late commit in after younger events', async () => {
    await happen(1);
    const late = { id: newId(), at: '2026-11-22T08:00:00.000Z' };
    await happen(3);
    await seal();
    await query(
      `insert into events (tenant_id, id, at, type, subject_kind, subject_id, data)
       values ($1, $2, $3, 'deal.changed', 'deal', $2, '{}')`,
      [company.tenantId, late.id, late.at],
    );
    expect(await seal()).toMatchObject({ sealed: 1, head: { seq: 5 } });
    expect(await verify()).toMatchObject({ intact: true, sealed: 5 });
  });

  test('sealed by two at once is sealed once', async () => {
    await happen(200);
    const both = await Promise.all([sealAllEvents(company.database), sealAllEvents(company.database)]);
    expect(both[0] + both[1]).toBe(200);
    expect(await verify()).toMatchObject({ intact: true, sealed: 200, pending: 0 });
  });

  test('cannot be touched by the role that serves requests', async () => {
    await happen(1);
    await seal();
    for (const change of ["update events set type = 'x'", 'delete from events', 'delete from event_seals'])
      await expect(
        company.database.write(company.tenantId, (tx) =>
          tx.executeQuery({
            sql: change,
            parameters: [],
            query: { kind: 'RawNode' } as never,
            queryId: { queryId: change },
          }),
        ),
      ).rejects.toThrow(/permission denied/);
  });

  test('goes on over many batches', async () => {
    for (let i = 0; i < 3; i++) await happen(2_500);
    expect(await seal()).toMatchObject({ sealed: 7_500 });
    expect(await verify()).toMatchObject({ intact: true, sealed: 7_500 });
  });
});

describe('the log', () => {
  test('tells who did what, newest first, by person, kind, record and day of the reader', async () => {
    const mine = await happen(2, '2026-11-20T15:59:00.000Z', 'northRep');
    await happen(1, '2026-11-20T16:01:00.000Z', 'southRep');
    const { rows } = await as('auditor').list({});
    expect(rows.map(({ actorName }) => actorName)).toEqual(['southRep', 'northRep', 'northRep']);
    expect((await as('auditor').list({ actorId: company.actors['southRep']!.userId })).rows).toHaveLength(1);
    expect((await as('auditor').list({ subjectId: mine })).rows).toHaveLength(2);
    expect((await as('auditor').list({ kind: 'account' })).rows).toHaveLength(0);
    expect((await as('auditor').list({ type: 'deal.changed' })).rows).toHaveLength(3);
    // In Shanghai the third happened on the 21st.
    expect((await as('auditor').list({ from: '2026-11-21' })).rows).toHaveLength(1);
    expect((await as('auditor').list({ to: '2026-11-20' })).rows).toHaveLength(2);
  });

  test('pages through events of one moment without losing any', async () => {
    await happen(23);
    const seen = new Set<string>();
    let after: string | undefined;
    do {
      const page = await as('auditor').list({ limit: 5, after });
      for (const { id } of page.rows) seen.add(id);
      after = page.next ?? undefined;
    } while (after);
    expect(seen.size).toBe(23);
  });

  test('is for auditors and administrators; they verify it too', async () => {
    await happen(2);
    await seal();
    await expect(as('director').list({})).rejects.toMatchObject({ code: 'permission.missing' });
    await expect(as('director').verify({})).rejects.toMatchObject({ code: 'permission.missing' });
    expect(await as('auditor').verify({})).toMatchObject({ intact: true, sealed: 2 });
  });

  test('knows who took an export', async () => {
    const { tenantId, actors, database } = company;
    const data = { list: 'deals', rows: 60, format: 'csv' };
    const event = { type: 'export.taken' as const, subject: { kind: 'company', id: tenantId }, data };
    await recordAccess(database, actors['finance']!, '2026-11-22T08:00:00.000Z', 'r', event);
    expect((await as('admin').list({})).rows).toMatchObject([{ type: 'export.taken', actorName: 'finance', data }]);
  });
});

test('canonical JSON is one text for one value, whatever the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
