import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDealsCompany } from '#deals/testing.server.ts';

let at: Awaited<ReturnType<typeof openDealsCompany>>;

beforeAll(async () => {
  at = await openDealsCompany();
});
afterAll(() => at.close());

const told = '王总的女儿今年高考';
const refused = { code: 'text.privateFact', data: { facts: [{ kind: 'children' }] } };

test('what is written with any change of a deal tells nothing private of its people', async () => {
  const rep = at.as('northRep');
  const manager = at.as('northManager');
  const deal = await at.newDeal('太钢酸洗线');
  const now = { id: deal.id, version: deal.version };
  const tags = [told];
  await expect(rep.create({ name: '重钢', playbookId: 'six-step', tags })).rejects.toMatchObject(refused);
  await expect(rep.update({ ...now, tags })).rejects.toMatchObject(refused);
  await expect(rep.tagMany({ rows: [{ ...now, tags }] })).rejects.toMatchObject(refused);
  await expect(manager.advance({ ...now, override: { reason: told } })).rejects.toMatchObject(refused);
  const revisitOn = '2026-09-01';
  await expect(rep.park({ ...now, reason: 'parked.postponed', note: told, revisitOn })).rejects.toMatchObject(refused);
  await expect(rep.lose({ ...now, reason: 'lost.price', note: told })).rejects.toMatchObject(refused);
  await expect(rep.lose({ ...now, reason: 'lost.price', note: '答应给他 3 个点回扣' })).rejects.toMatchObject({
    code: 'text.personalBenefit',
  });

  const page = await at.satisfyGate(deal.id);
  const evidenceId = page.evidence[0]!.record.id;
  const retraction = rep.retractEvidence({ id: deal.id, evidenceId, reason: told });
  await expect(retraction).rejects.toMatchObject(refused);
  const further = await rep.advance({ id: deal.id, version: page.deal.version });
  const back = { id: deal.id, version: further.version, to: deal.stageId, reason: told };
  await expect(rep.moveBack(back)).rejects.toMatchObject(refused);
  const lost = await rep.lose({ id: deal.id, version: further.version, reason: 'lost.price', note: '价格差一成' });
  await expect(rep.reopen({ id: deal.id, version: lost.version, reason: told })).rejects.toMatchObject(refused);
  expect((await rep.show({ id: deal.id })).deal).toMatchObject({ version: lost.version, tags: [], state: 'lost' });
});
