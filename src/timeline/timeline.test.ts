import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#permissions/actor.ts';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { recordAll } from '#platform/events/events.server.ts';
import type { NewEvent } from '#platform/events/event.ts';
import { newId } from '#platform/id.server.ts';
import { timelineContract } from '#timeline/timeline.contract.ts';
import { timelineHandlers } from '#timeline/timeline.server.ts';

let company: TestCompany;
const as = (name: string) => company.as(timelineContract, company.actors[name]!);
const account = newId();
const merged = newId();
const contact = newId();
const about = { subjectKind: 'account', subjectId: account } as const;

const event = (type: `${string}.${string}`, kind: string, id: string, accountId: string): NewEvent => ({
  type,
  subject: { kind, id },
  accountId,
  data: { name: type },
});

beforeAll(async () => {
  company = await openTestCompany({ timeline: timelineHandlers });
  const { tenantId, teams, actors } = company;
  const at = '2026-01-01T00:00:00.000Z';
  const owned = {
    tenant_id: tenantId,
    owner_id: actors['northRep']!.userId,
    team_id: teams.north,
    created_at: at,
    updated_at: at,
  };
  await company.database.write(tenantId, async (tx) => {
    await tx
      .insertInto('accounts')
      .values({ ...owned, id: account, name: '北方重工', name_key: '北方重工' })
      .execute();
    await tx
      .insertInto('accounts')
      .values({ ...owned, id: merged, name: '旧名', name_key: '旧名', merged_into: account })
      .execute();
    await tx
      .insertInto('contacts')
      .values({ ...owned, id: contact, name: '钱工', account_id: account })
      .execute();
  });
  const told = (actor: Actor, at: string, event: NewEvent) =>
    company.database.write(tenantId, (tx) => recordAll(tx, actor, at, null, [event]));
  const rep = actors['northRep']!;
  await told(rep, '2026-01-02T00:00:00.000Z', event('account.created', 'account', account, account));
  await told(rep, '2026-01-03T00:00:00.000Z', event('account.changed', 'account', merged, merged));
  await told(
    actors['northManager']!,
    '2026-01-04T00:00:00.000Z',
    event('contact.created', 'contact', contact, account),
  );
  await told(rep, '2026-01-05T00:00:00.000Z', event('deal.created', 'deal', newId(), account));
});
afterAll(() => company.close());

const types = async (name: string, input: Parameters<ReturnType<typeof as>['list']>[0]) =>
  (await as(name).list(input)).rows.map((row) => row.type);

test('an account tells its own events, its contacts’, and those of what was merged into it', async () => {
  expect(await types('director', about)).toEqual([
    'deal.created',
    'contact.created',
    'account.changed',
    'account.created',
  ]);
  expect(await types('director', { ...about, alone: true })).toEqual(['account.changed', 'account.created']);
});

test('a deal that the reader may not see is not told', async () => {
  expect(await types('northRep', about)).toEqual(['contact.created', 'account.changed', 'account.created']);
  await expect(as('southRep').list(about)).rejects.toMatchObject({ code: 'record.notFound' });
});

test('a contact tells its own', async () => {
  const { rows } = await as('northRep').list({ subjectKind: 'contact', subjectId: contact });
  expect(rows).toMatchObject([
    { type: 'contact.created', actorName: 'northManager', subject: { kind: 'contact', id: contact } },
  ]);
});

test('pages without gaps', async () => {
  const first = await as('director').list({ ...about, limit: 3 });
  const rest = await as('director').list({ ...about, limit: 3, after: first.next! });
  expect([...first.rows, ...rest.rows].map((row) => row.type)).toEqual(await types('director', about));
  expect(rest.next).toBeNull();
});
