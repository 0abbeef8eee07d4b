import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#permissions/actor.ts';
import { openDealsCompany } from '#deals/testing.server.ts';
import { builtInPlaybooks, installPlaybooks } from '#playbooks/playbook-store.server.ts';
import { playbookHandlers } from '#playbooks/playbooks.server.ts';
import { editText } from '#playbooks/studio/draft-text.ts';
import { draftsContract } from '#playbooks/studio/drafts.contract.ts';
import { draftHandlers } from '#playbooks/studio/drafts.server.ts';
import { versionsContract } from '#playbooks/studio/versions.contract.ts';
import { versionHandlers } from '#playbooks/studio/versions.server.ts';

type House = Awaited<ReturnType<typeof openDealsCompany>>;
let house: House;
beforeAll(async () => {
  house = await openDealsCompany({
    playbookDrafts: draftHandlers,
    playbooks: { ...playbookHandlers, ...versionHandlers },
  });
});
afterAll(() => house.company.close());

const actor = (name: string): Actor => house.company.actors[name]!;
const drafts = (name = 'director') => house.company.as(draftsContract, actor(name));
const versions = (name = 'director') => house.company.as(versionsContract, actor(name));
const publish = ({ id, version }: { id: string; version: number }, replaces: number) =>
  drafts().publish({ id, version, replaces, note: '试行' });

async function events(type: string) {
  const { database, tenantId } = house.company;
  return database.read(tenantId, (db) =>
    db
      .selectFrom('events')
      .select(['type', 'actor_id', 'data'])
      .where('tenant_id', '=', tenantId)
      .where('type', '=', type)
      .orderBy('id')
      .execute(),
  );
}

const install = () =>
  house.company.database.write(house.company.tenantId, (tx) =>
    installPlaybooks(tx, house.company.tenantId, '2026-04-01T00:00:00.000Z'),
  );

/** As if the company had got the version before the shipped one. */
async function age(id: string) {
  const { database, tenantId } = house.company;
  await database.write(tenantId, (tx) =>
    tx
      .updateTable('playbooks')
      .set({ shipped_version: 0 })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .execute(),
  );
}

describe('what is shipped later', () => {
  test('never stands in the place of what the company wrote: it is offered, and known once it is taken in', async () => {
    const shipped = (await builtInPlaybooks()).find(({ playbook }) => playbook.id === 'industrial')!;
    const base = shipped.playbook.version;
    const mine = editText(shipped.source, [{ op: 'set', path: ['name', 'zh'], value: '我们的六阶段' }]);
    await publish(await drafts().create({ playbookId: 'industrial', baseVersion: base, source: mine }), base);
    expect((await versions().versions({ id: 'industrial' })).offered).toBeNull();
    await age('industrial');
    await install();
    const history = await versions('northRep').versions({ id: 'industrial' });
    expect(history.versions.map(({ own }) => own)).toEqual([true, false]);
    expect(history.offered).toBe(base);

    const answer = (version: number, dismissed: boolean) =>
      versions().answerOffer({ id: 'industrial', version, dismissed });
    await answer(base, true);
    const quiet = await versions().versions({ id: 'industrial' });
    expect(quiet).toMatchObject({ offered: base, dismissed: { at: expect.any(String) } });
    await answer(base, false);
    expect((await versions().versions({ id: 'industrial' })).dismissed).toBeNull();
    await answer(base, true);
    expect((await events('playbook.offerDismissed')).map(({ data }) => data)).toMatchObject([
      { playbookId: 'industrial', version: base },
      { playbookId: 'industrial', version: base },
    ]);
    expect(await events('playbook.offerReconsidered')).toHaveLength(1);
    await expect(answer(base - 1, true)).rejects.toMatchObject({ code: 'playbook.notOffered' });
    await expect(
      versions('northRep').answerOffer({ id: 'industrial', version: base, dismissed: true }),
    ).rejects.toMatchObject({ status: 403 });

    // Said 'not now', it can be taken in all the same.
    const offered = await versions('northRep').shipped({ id: 'industrial' });
    expect(offered).toEqual({ version: base, source: shipped.source });
    const fields = { playbookId: 'industrial', baseVersion: base + 1, shippedVersion: base };
    await publish(await drafts().create({ ...fields, source: offered.source }), base + 1);
    expect(await versions().versions({ id: 'industrial' })).toMatchObject({ offered: null, dismissed: null });
    await expect(answer(base, true)).rejects.toMatchObject({ code: 'playbook.notOffered' });
  });

  test('arrives by itself where nobody wrote a version, once, and the log says so', async () => {
    const { database, tenantId } = house.company;
    const before = (await events('playbook.arrived')).length;
    const old = (await builtInPlaybooks()).find(({ playbook }) => playbook.id === 'six-step')!;
    await database.write(tenantId, async (tx) => {
      const mine = tx.updateTable('playbooks').where('tenant_id', '=', tenantId).where('id', '=', 'six-step');
      await mine.set({ version: 0, shipped_version: 0 }).execute();
    });
    await install();
    await install();
    const history = await versions().versions({ id: 'six-step' });
    expect(history.versions.map(({ version }) => version)).toEqual([old.playbook.version, 0]);
    expect((await events('playbook.arrived')).length - before).toBe(1);
  });

  test('is nothing for a method of the company’s own', async () => {
    await expect(versions().shipped({ id: 'ours' })).rejects.toMatchObject({ code: 'record.notFound' });
  });
});
