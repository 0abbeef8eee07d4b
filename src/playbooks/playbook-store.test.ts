import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCompany, type TestCompany } from '#platform/http/testing.server.ts';
import { parsePlaybook, playbookText } from '#method/playbook-text.ts';
import { isRefusal } from '#shared/refusal.ts';
import { playbookHandlers } from '#playbooks/playbooks.server.ts';
import {
  builtInPlaybooks,
  compiledPlaybook,
  installPlaybooks,
  latestPlaybook,
  publishShippedPlaybooks,
} from '#playbooks/playbook-store.server.ts';

const now = '2026-03-02T02:00:00.000Z';
let company: TestCompany;
beforeAll(async () => {
  company = await openTestCompany({ playbooks: playbookHandlers });
});
afterAll(() => company.close());

/** The first version of the six steps as an earlier release kept it: before methods had a page. */
async function keepFirstVersion(): Promise<void> {
  const { playbook } = (await builtInPlaybooks()).find((one) => one.playbook.id === 'six-step')!;
  const source = playbookText({ ...playbook, version: 1, overview: undefined as never });
  expect(isRefusal(parsePlaybook(source))).toBe(true);
  const { tenantId } = company;
  const { zh, en } = playbook.name;
  await company.database.write(tenantId, (tx) =>
    tx
      .insertInto('playbooks')
      .values({ tenant_id: tenantId, id: 'six-step', version: 1, name_zh: zh, name_en: en, source, published_at: now })
      .execute(),
  );
}

test('what a release ships reaches the companies that are there, once; what they have stays readable', async () => {
  const { database, tenantId } = company;
  await keepFirstVersion();
  const versions = () =>
    database.read(tenantId, (db) =>
      db
        .selectFrom('playbooks')
        .select(['id', 'version', 'published_at'])
        .where('tenant_id', '=', tenantId)
        .orderBy('id')
        .orderBy('version')
        .execute(),
    );
  await publishShippedPlaybooks(database, now);
  const published = await versions();
  const shipped = (await builtInPlaybooks()).map(({ playbook: { id, version } }) => `${id} ${version}`);
  expect(published.map(({ id, version }) => `${id} ${version}`)).toEqual([...shipped, 'six-step 1'].toSorted());

  await publishShippedPlaybooks(database, '2026-04-01T00:00:00.000Z');
  await database.write(tenantId, (tx) => installPlaybooks(tx, tenantId, '2026-04-01T00:00:00.000Z'));
  expect(await versions()).toEqual(published);

  await database.read(tenantId, async (db) => {
    const kept = await compiledPlaybook(db, tenantId, 'six-step', 1);
    expect(kept.playbook.overview).toEqual(kept.playbook.description);
    expect((await latestPlaybook(db, tenantId, 'six-step')).playbook.version).toBeGreaterThan(1);
  });
});
