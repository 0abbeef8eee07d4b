import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDealsCompany } from '#deals/testing.server.ts';
import { accountHandlers } from '#accounts/accounts.server.ts';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { adviserContract } from '#adviser/adviser.contract.ts';
import { adviserEventWords } from '#adviser/adviser-events.ts';
import { adviserHandlers } from '#adviser/adviser.server.ts';
import { accountAnswers } from '#adviser/sales-mode.ts';

let c: Awaited<ReturnType<typeof openDealsCompany>>;
const modes = (name: string) => c.company.as(adviserContract, c.company.actors[name]!);
const accounts = (name: string) => c.company.as(accountsContract, c.company.actors[name]!);
const said = { source: '采购部王经理面谈', observedOn: '2026-03-01' };
beforeAll(async () => {
  c = await openDealsCompany({ salesModes: adviserHandlers, accounts: accountHandlers });
});
afterAll(() => c.close());

test('what was found of an account serves its deals, until a deal has its own; the history stays', async () => {
  const account = await accounts('northRep').create({ name: '青岚泵业有限公司' });
  const deal = await c.newDeal('青岚装配线', { accountId: account.id });
  const of = (subjectKind: 'account' | 'deal', subjectId: string) => modes('northRep').list({ subjectKind, subjectId });
  expect(await of('deal', deal.id)).toEqual([]);
  const first = await modes('northRep').create({ ...said, accountId: account.id, answers: { valueType: 'intrinsic' } });
  expect(first).toMatchObject({
    accountId: account.id,
    dealId: null,
    recordedByName: 'northRep',
    playbookId: 'visit',
    ...said,
  });
  expect(await of('deal', deal.id)).toEqual([first]);

  const answers = {
    valueType: 'extrinsic',
    trade: 'project',
    size: 'large',
    importance: 80,
    substitution: 20,
  } as const;
  const second = await modes('northRep').create({ ...said, accountId: account.id, dealId: deal.id, answers });
  expect(second).toMatchObject({ playbookId: 'industrial', answers });
  expect((await of('account', account.id)).map(({ id }) => id)).toEqual([second.id, first.id]);
  expect(await of('deal', deal.id)).toEqual([second]);
  expect(accountAnswers(second.answers)).not.toHaveProperty('size');
  const events = await c.company.database.system
    .selectFrom('events')
    .select(['type', 'data'])
    .where('type', 'like', '%.modeAdvised')
    .orderBy('id')
    .execute();
  expect(events.map(({ type }) => type)).toEqual(['account.modeAdvised', 'deal.modeAdvised', 'account.modeAdvised']);
  const told = {
    type: 'deal.modeAdvised',
    subject: { kind: 'deal', id: deal.id },
    actorName: null,
    data: events[1]!.data,
  };
  expect(adviserEventWords['deal.modeAdvised']!(told as never, 'zh')).toEqual({
    title: '选定打法：顾问型',
    detail: `工业品六阶段 · ${said.source}`,
  });
});

test('merged accounts bring their judgements along', async () => {
  const [winner, loser] = await Promise.all(
    ['汇川一厂有限公司', '汇川二厂有限公司'].map((name) => accounts('northManager').create({ name, confirm: true })),
  );
  await modes('northManager').create({ ...said, accountId: loser!.id, answers: { valueType: 'strategic' } });
  await accounts('northManager').merge({
    id: winner!.id,
    version: winner!.version,
    loserId: loser!.id,
    loserVersion: loser!.version,
    choose: {},
  });
  expect(await modes('northManager').list({ subjectKind: 'account', subjectId: winner!.id })).toHaveLength(1);
});

test('refuses what belongs nowhere, says nothing, or comes from the future; others do not see it', async () => {
  const deal = await c.newDeal('别处的');
  const create = (more: object) => modes('northRep').create({ ...said, answers: { size: 'small' }, ...more });
  await expect(create({})).rejects.toMatchObject({ code: 'salesMode.subjectNeeded' });
  await expect(create({ dealId: deal.id, answers: {} })).rejects.toMatchObject({ code: 'salesMode.nothingAnswered' });
  await expect(create({ dealId: deal.id, observedOn: '2026-03-03' })).rejects.toMatchObject({
    code: 'salesMode.future',
  });
  await expect(create({ dealId: deal.id, source: ' ' })).rejects.toMatchObject({ code: 'input.invalid' });
  await expect(create({ dealId: deal.id, answers: { importance: 101 } })).rejects.toMatchObject({
    code: 'input.invalid',
  });
  const foreign = { ...said, answers: { size: 'small' as const }, dealId: deal.id };
  await expect(modes('southRep').create(foreign)).rejects.toMatchObject({ status: 404 });
  await expect(modes('southRep').list({ subjectKind: 'deal', subjectId: deal.id })).rejects.toMatchObject({
    status: 404,
  });
});
