import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#permissions/actor.ts';
import { isRefusal } from '#shared/refusal.ts';
import { parsePlaybook } from '#method/playbook-text.ts';
import { openDealsCompany } from '#deals/testing.server.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { playbooksContract } from '#playbooks/playbooks.contract.ts';
import { playbookHandlers } from '#playbooks/playbooks.server.ts';
import { editText } from '#playbooks/studio/draft-text.ts';
import { draftsContract } from '#playbooks/studio/drafts.contract.ts';
import { draftHandlers } from '#playbooks/studio/drafts.server.ts';
import { versionsContract } from '#playbooks/studio/versions.contract.ts';
import { versionHandlers } from '#playbooks/studio/versions.server.ts';

const small = readFileSync(new URL('../../../tests/fixtures/small-method.yaml', import.meta.url), 'utf8');
const called = (id: string, name = '打法') =>
  editText(small, [
    { op: 'set', path: ['id'], value: id },
    { op: 'set', path: ['name', 'zh'], value: name },
  ]);

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
const playbooks = (name = 'director') => house.company.as(playbooksContract, actor(name));
const begin = (playbookId: string, source = called(playbookId)) => drafts().create({ playbookId, source });
const publish = ({ id, version }: { id: string; version: number }, replaces: number | null = null) =>
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

describe('a draft', () => {
  test('is kept as it is typed, faults and all, seen by those who may write methods, and by nobody else', async () => {
    const made = await begin('typed', 'id: typed\nname: [');
    expect(made).toMatchObject({
      name: { zh: 'typed', en: 'typed' },
      baseVersion: null,
      latestVersion: null,
      version: 1,
      mine: true,
    });
    const saved = await drafts('admin').save({ id: made.id, version: 1, source: called('typed', '甲法') });
    expect(saved).toMatchObject({ name: { zh: '甲法' }, version: 2, updatedByName: 'admin' });
    expect(await drafts().show({ id: made.id })).toMatchObject({ source: called('typed', '甲法'), mine: false });
    expect((await drafts().list({})).map(({ id }) => id)).toContain(made.id);
    await expect(drafts('northManager').list({})).rejects.toMatchObject({ code: 'permission.missing' });
    expect((await playbooks().list({})).map(({ id }) => id)).not.toContain('typed');
  });

  test('is one for each method: who comes second is told of it', async () => {
    await begin('one');
    await expect(begin('one')).rejects.toMatchObject({
      code: 'playbook.draftExists',
      data: { by: 'director' },
      message: expect.stringContaining('director'),
    });
  });

  test('of a method that is new takes no id that is taken', async () => {
    await expect(begin('six-step')).rejects.toMatchObject({ code: 'playbook.idTaken', status: 409 });
    await expect(begin('drafts')).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(drafts().create({ playbookId: 'six-step', baseVersion: 7, source: '' })).rejects.toMatchObject({
      code: 'record.notFound',
    });
  });

  test('of two writers tells the second, who writes over nothing', async () => {
    const { id } = await begin('two');
    await drafts('admin').save({ id, version: 1, source: 'admin' });
    await expect(drafts().save({ id, version: 1, source: 'director' })).rejects.toMatchObject({
      code: 'record.changed',
    });
    expect(await drafts().show({ id })).toMatchObject({ source: 'admin', version: 2 });
    await expect(drafts().publish({ id, version: 1, replaces: null, note: '不行' })).rejects.toMatchObject({
      code: 'record.changed',
    });
  });

  test('tells the log of each sitting, not of each save', async () => {
    const { id } = await begin('sittings');
    const before = (await events('playbook.draftSaved')).length;
    for (const version of [1, 2, 3]) await drafts().save({ id, version, source: `v${version}` });
    await drafts('admin').save({ id, version: 4, source: 'admin' });
    house.setClock('2026-03-02T03:00:00.000Z');
    await drafts('admin').save({ id, version: 5, source: 'later' });
    expect((await events('playbook.draftSaved')).length - before).toBe(3);
  });

  test('is discarded with an event, and is gone', async () => {
    const { id } = await begin('gone');
    await drafts().discard({ id });
    await expect(drafts().show({ id })).rejects.toMatchObject({ code: 'record.notFound' });
    expect((await events('playbook.draftDiscarded')).at(-1)).toMatchObject({ data: { playbookId: 'gone' } });
    await begin('gone');
  });
});

describe('publishing', () => {
  test('makes a version that new deals go by; those under way keep theirs', async () => {
    const first = await publish(await begin('ours'));
    expect(first).toEqual({ playbookId: 'ours', version: 1 });
    const deals = house.company.as(dealsContract, actor('northRep'));
    const old = await deals.create({ name: '旧单', playbookId: 'ours' });
    const draft = await drafts().create({ playbookId: 'ours', baseVersion: 1, source: called('ours', '新打法') });
    expect(draft).toMatchObject({ baseVersion: 1, latestVersion: 1 });
    expect(await publish(draft, 1)).toEqual({ playbookId: 'ours', version: 2 });
    expect(await deals.create({ name: '新单', playbookId: 'ours' })).toMatchObject({ playbookVersion: 2 });
    expect((await deals.show({ id: old.id })).deal.playbookVersion).toBe(1);
    expect(await playbooks('northRep').show({ id: 'ours', version: 2 })).toMatchObject({
      version: 2,
      name: { zh: '新打法' },
    });
    await expect(drafts().show({ id: draft.id })).rejects.toMatchObject({ code: 'record.notFound' });
    expect((await events('playbook.published')).at(-1)).toMatchObject({
      actor_id: actor('director').userId,
      data: { playbookId: 'ours', reason: '试行', before: { version: 1 }, after: { version: 2 } },
    });
    const history = await versions('director').versions({ id: 'ours' });
    expect(history).toMatchObject({
      offered: null,
      versions: [
        { version: 2, note: '试行', publishedByName: 'director', own: true, openDeals: 1 },
        { version: 1, openDeals: 1 },
      ],
    });
    expect((await versions('northRep').source({ id: 'ours', version: 1 })).source).toContain('zh: 打法');
  });

  test('is refused while anything has to be corrected, and says what and where', async () => {
    const draft = await begin('faulty', called('faulty').replace('atLeast: approved}', 'is: none, atLeast: approved}'));
    await expect(publish(draft)).rejects.toMatchObject({
      code: 'playbook.invalid',
      status: 422,
      message: expect.stringMatching(/第 \d+ 行/),
      data: { problems: [{ at: 'stages[0].checks[0].rule' }] },
    });
    const closed = called('faulty').replace(
      'rule: {fact: contract.state, atLeast: signed}',
      'rule: {fact: information.people, atLeast: 101}',
    );
    const { version } = await drafts().save({ id: draft.id, version: 1, source: closed });
    await expect(publish({ id: draft.id, version })).rejects.toMatchObject({ code: 'playbook.invalid' });
    await expect(versions().versions({ id: 'faulty' })).rejects.toMatchObject({ code: 'record.notFound' });
  });

  test('is refused over a version that the publisher has not seen', async () => {
    await publish(await begin('raced'));
    const draft = await drafts().create({ playbookId: 'raced', baseVersion: 1, source: called('raced', '第二') });
    await versions('admin')
      .restore({ id: 'raced', version: 1, note: '不变', replaces: 1 })
      .catch(() => undefined);
    await expect(publish(draft, null)).rejects.toMatchObject({ code: 'playbook.newerPublished', data: { version: 1 } });
    await publish(draft, 1);
  });

  test('of the same words again is refused', async () => {
    await publish(await begin('same'));
    const draft = await drafts().create({
      playbookId: 'same',
      baseVersion: 1,
      source: `# but for a remark\n${called('same')}`,
    });
    await expect(publish(draft, 1)).rejects.toMatchObject({ code: 'playbook.unchanged', status: 409 });
  });

  test('keeps the id of the method', async () => {
    const draft = await begin('named', called('other'));
    await expect(publish(draft)).rejects.toMatchObject({
      code: 'playbook.invalid',
      data: { problems: [{ at: 'id' }] },
    });
  });
});

describe('rolling back', () => {
  test('publishes an old text again and deletes nothing', async () => {
    await publish(await begin('back'));
    await publish(await drafts().create({ playbookId: 'back', baseVersion: 1, source: called('back', '改过头') }), 1);
    const done = await versions().restore({ id: 'back', version: 1, note: '改过头了', replaces: 2 });
    expect(done).toEqual({ playbookId: 'back', version: 3 });
    expect(await playbooks().show({ id: 'back', version: 3 })).toMatchObject({ version: 3, name: { zh: '打法' } });
    const history = await versions().versions({ id: 'back' });
    expect(history.versions).toMatchObject([
      { version: 3, restores: 1, note: '改过头了' },
      { version: 2 },
      { version: 1 },
    ]);
    expect((await events('playbook.restored')).at(-1)).toMatchObject({
      data: { reason: '改过头了', after: { version: 3, restores: 1 } },
    });
  });

  test('is refused to what is there, over what was not seen, and to what never was', async () => {
    await publish(await begin('still'));
    const restore = (version: number, replaces: number) =>
      versions().restore({ id: 'still', version, note: '回', replaces });
    await expect(restore(1, 1)).rejects.toMatchObject({ code: 'playbook.unchanged' });
    await expect(restore(1, 5)).rejects.toMatchObject({ code: 'playbook.newerPublished' });
    await expect(restore(9, 1)).rejects.toMatchObject({ code: 'record.notFound' });
    await expect(
      versions('northRep').restore({ id: 'still', version: 1, note: '回', replaces: 1 }),
    ).rejects.toMatchObject({ code: 'permission.missing' });
  });

  test('to a text that is no method by today’s rules is refused', async () => {
    await publish(await begin('aged'));
    const { database, tenantId } = house.company;
    await publish(await drafts().create({ playbookId: 'aged', baseVersion: 1, source: called('aged', '新') }), 1);
    await database.write(tenantId, (tx) =>
      tx
        .updateTable('playbooks')
        .set({ source: 'id: aged\n' })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', 'aged')
        .where('version', '=', 1)
        .execute(),
    );
    await expect(versions().restore({ id: 'aged', version: 1, note: '回', replaces: 2 })).rejects.toMatchObject({
      code: 'playbook.invalid',
    });
  });
});

test('rolling back to a text from before methods had their page takes its description for one', async () => {
  const { database, tenantId } = house.company;
  await publish(await begin('early'));
  await publish(await drafts().create({ playbookId: 'early', baseVersion: 1, source: called('early', '新') }), 1);
  const source = editText(called('early'), [{ op: 'remove', path: ['overview'] }]);
  await database.write(tenantId, (tx) =>
    tx
      .updateTable('playbooks')
      .set({ source })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', 'early')
      .where('version', '=', 1)
      .execute(),
  );
  await versions().restore({ id: 'early', version: 1, note: '回', replaces: 2 });
  const { overview, description } = await playbooks().show({ id: 'early', version: 3 });
  expect(overview).toEqual(description);
});

test('the fixture is a method', () => expect(isRefusal(parsePlaybook(small))).toBe(false));
