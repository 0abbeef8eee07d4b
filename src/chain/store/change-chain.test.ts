import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#platform/id.server.ts';
import { edge, openChainCompany, person, set } from '#chain/store/testing.server.ts';

let at: Awaited<ReturnType<typeof openChainCompany>>;
beforeAll(async () => {
  at = await openChainCompany();
});
afterAll(() => at.close());

describe('a change of a map', () => {
  test('is kept attribute by attribute, counted, told, and read back as of any moment', async () => {
    const { deal, wang, li } = await at.newDealOf('轧机');
    at.setClock('2026-03-03T02:00:00.000Z');
    const first = await at.chain().changeDeal({
      id: deal.id,
      basedOn: 0,
      wanted: [person(wang.id, { level: 'deciding', stance: 1 }), person(li.id), edge('reportsTo', li.id, wang.id)],
    });
    expect(first).toMatchObject({ version: 3, accountVersion: 0, seesBeliefs: true, canEdit: true, account: [] });
    expect(first.names).toContainEqual({ id: wang.id, name: '王总', title: '主管' });
    at.setClock('2026-03-05T02:00:00.000Z');
    const wanted = [set(wang.id, { stance: -1 })];
    const turned = await at.chain().changeDeal({ id: deal.id, basedOn: 3, wanted, reason: '会上公开反对' });
    const stanceIn = ({ deal: items }: typeof turned) => items.find(({ id }) => id === wang.id)?.fields['stance'];
    expect(stanceIn(turned)).toBe(-1);
    const before = await at.chain().deal({ id: deal.id, at: '2026-03-04T00:00:00.000Z' });
    expect([stanceIn(before), before.version, before.canEdit]).toEqual([1, 3, false]);
    const { deal: rows, names } = await at.chain().dealHistory({ id: deal.id });
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(rows[3]).toMatchObject({ fields: { stance: { before: 1, after: -1 } }, reason: '会上公开反对' });
    expect(names).toContainEqual({ id: at.actor('northRep').userId, name: 'northRep' });
    expect(turned.confirmations).toContainEqual({ personId: wang.id, on: '2026-03-05' });
    const { rows: events } = await at.timeline().list({ subjectKind: 'deal', subjectId: deal.id });
    const told = events.filter(({ type }) => type === 'deal.chainChanged');
    expect(told.map(({ data }) => data['chain'])).toEqual([
      { version: 4, counts: { changed: { node: 1 } } },
      { version: 3, counts: { added: { person: 2, reportsTo: 1 } } },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/stance|反对/);
  });

  test('is laid over the account’s, which holds for every deal', async () => {
    const { deal, wang, account } = await at.newDealOf('高炉');
    await at.chain().changeAccount({ id: account.id, basedOn: 0, wanted: [person(wang.id, { level: 'managing' })] });
    const view = await at.chain().changeDeal({ id: deal.id, basedOn: 0, wanted: [set(wang.id, { stance: 2 })] });
    expect(view.account).toMatchObject([{ id: wang.id, fields: { kind: 'person', level: 'managing' } }]);
    expect(view.deal).toEqual([{ item: 'node', id: wang.id, fields: { stance: 2 } }]);
    expect(await at.chain().account({ id: account.id })).toMatchObject({ version: 1, deal: [], seesBeliefs: true });
    const { rows } = await at.timeline().list({ subjectKind: 'account', subjectId: account.id });
    expect(rows.map(({ type }) => type)).toContain('account.chainChanged');
  });

  test('under one key it happens once', async () => {
    const { deal, wang } = await at.newDealOf('幂等');
    const twice = at.company.as((await import('#chain/chain.contract.ts')).chainContract, at.actor('northRep'), {
      'idempotency-key': newId(),
    });
    const ask = { id: deal.id, basedOn: 0, wanted: [person(wang.id)] };
    const [one, two] = [await twice.changeDeal(ask), await twice.changeDeal(ask)];
    expect(two).toEqual(one);
    expect((await at.chain().dealHistory({ id: deal.id })).deal).toHaveLength(1);
  });

  test('time never goes back within a map', async () => {
    const { deal, wang, li } = await at.newDealOf('时钟');
    at.setClock('2026-03-10T02:00:00.000Z');
    await at.chain().changeDeal({ id: deal.id, basedOn: 0, wanted: [person(wang.id)] });
    at.setClock('2026-03-09T02:00:00.000Z');
    await at.chain().changeDeal({ id: deal.id, basedOn: 1, wanted: [person(li.id)] });
    const { deal: rows } = await at.chain().dealHistory({ id: deal.id });
    expect(rows.map((row) => row.at)).toEqual(['2026-03-10T02:00:00.000Z', '2026-03-10T02:00:00.000Z']);
  });
});

describe('is refused', () => {
  test('where a colleague has changed the same meanwhile; of other attributes both hold', async () => {
    const { deal, wang } = await at.newDealOf('两人');
    await at.chain().changeDeal({ id: deal.id, basedOn: 0, wanted: [person(wang.id)] });
    const [mine, theirs] = await Promise.all([
      at.chain().changeDeal({ id: deal.id, basedOn: 1, wanted: [set(wang.id, { stance: 1 })] }),
      at.chain('northManager').changeDeal({ id: deal.id, basedOn: 1, wanted: [set(wang.id, { contact: 2 })] }),
    ]);
    expect(new Set([mine.version, theirs.version])).toEqual(new Set([2, 3]));
    const late = at
      .chain('northManager')
      .changeDeal({ id: deal.id, basedOn: 1, wanted: [set(wang.id, { stance: -1 })] });
    await expect(late).rejects.toMatchObject({
      code: 'chain.changedMeanwhile',
      status: 409,
      data: { conflicts: [{ id: wang.id, field: 'stance', theirs: 1, yours: -1 }] },
    });
  });

  test('where it is based on a version that the map has not come to', async () => {
    const { deal, wang, account } = await at.newDealOf('超前');
    await at.chain().changeAccount({
      id: account.id,
      basedOn: 0,
      wanted: [person(wang.id), person((await at.newPerson('赵工', account.id)).id)],
    });
    const wanted = [set(wang.id, { stance: 1 })];
    // A deal's map is counted apart from its account's.
    await expect(at.chain().changeDeal({ id: deal.id, basedOn: 1, wanted })).rejects.toMatchObject({
      code: 'chain.versionAhead',
      status: 422,
      data: { version: 0 },
    });
    await expect(at.chain().changeAccount({ id: account.id, basedOn: 3, wanted })).rejects.toMatchObject({
      code: 'chain.versionAhead',
      data: { version: 2 },
    });
    expect((await at.chain().deal({ id: deal.id })).version).toBe(0);
    expect(await at.chain().changeDeal({ id: deal.id, basedOn: 0, wanted })).toMatchObject({ version: 1 });
  });

  test('where a recorded belief is turned without ground, and evidence must be the deal’s', async () => {
    const { deal, wang } = await at.newDealOf('依据');
    await at.chain().changeDeal({ id: deal.id, basedOn: 0, wanted: [person(wang.id, { stance: 1 })] });
    const ask = { id: deal.id, basedOn: 1, wanted: [set(wang.id, { stance: 0 })] };
    await expect(at.chain().changeDeal(ask)).rejects.toMatchObject({ code: 'chain.groundRequired' });
    const { evidence } = await evidenceOn(deal.id);
    const other = await evidenceOn((await at.newDealOf('别的')).deal.id);
    await expect(at.chain().changeDeal({ ...ask, evidenceId: other.evidence })).rejects.toMatchObject({
      code: 'chain.evidenceUnknown',
    });
    expect(await at.chain().changeDeal({ ...ask, evidenceId: evidence })).toMatchObject({ version: 2 });
  });

  test('where the map would be wrong', async () => {
    const { deal, wang, li } = await at.newDealOf('圈');
    const wanted = [
      person(wang.id),
      person(li.id),
      edge('reportsTo', li.id, wang.id),
      edge('reportsTo', wang.id, li.id),
    ];
    await expect(at.chain().changeDeal({ id: deal.id, basedOn: 0, wanted })).rejects.toMatchObject({
      code: 'chain.invalid',
      message: expect.stringContaining('绕成了一圈'),
    });
    expect((await at.chain().deal({ id: deal.id })).version).toBe(0);
  });

  test('where somebody unknown is put on it', async () => {
    const { deal } = await at.newDealOf('生人');
    const ours = { act: 'add' as const, item: 'node' as const, id: newId(), fields: { kind: 'ours' } };
    for (const wanted of [[person(newId())], [ours]])
      await expect(at.chain().changeDeal({ id: deal.id, basedOn: 0, wanted })).rejects.toMatchObject({
        code: 'chain.personUnknown',
      });
  });

  test.each([
    ['personalWin', '暗示要回扣，我们答应给 3 个点'],
    ['interests', ['李处长查出糖尿病，最近少喝酒']],
  ])('where %s holds what must not be kept', async (field, value) => {
    const { deal, wang } = await at.newDealOf(`言语${field}`);
    const wanted = [person(wang.id, { [field]: value })];
    const code = expect.stringMatching(/^text\./);
    await expect(at.chain().changeDeal({ id: deal.id, basedOn: 0, wanted })).rejects.toMatchObject({
      code,
      status: 422,
    });
    const ask = { id: deal.id, basedOn: 0, wanted: [person(wang.id)], reason: '王工暗示要回扣，我们答应给 3 个点' };
    await expect(at.chain().changeDeal(ask)).rejects.toMatchObject({ code, status: 422 });
  });
});

async function evidenceOn(dealId: string) {
  const { gate } = await at.deals().show({ id: dealId });
  const added = await at.deals().addEvidence({
    id: dealId,
    check: gate.judgements[0]!.check,
    direction: 'supports',
    strength: 'said',
    statement: '例会上表态',
    source: { kind: 'observation' },
    observedOn: '2026-03-01',
  });
  return { evidence: added.record.id, check: gate.judgements[0]!.check };
}
