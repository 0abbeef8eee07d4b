import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { DealRow } from '#deals/deal.ts';
import { BriefingShape, EvidenceRecordShape, GateShape } from '#deals/gate-shapes.ts';
import { openDealsCompany } from '#deals/testing.server.ts';
import { builtInPlaybooks } from '#playbooks/playbook-store.server.ts';

/** The API's description of gates is held against what the API sends, over every stage of the methods that are shipped. */
let at: Awaited<ReturnType<typeof openDealsCompany>>;
beforeAll(async () => {
  at = await openDealsCompany();
});
afterAll(() => at.close());

test('gates, briefings and evidence are as described', async () => {
  const rep = at.as('northRep');
  for (const { playbook } of await builtInPlaybooks()) {
    const { id } = await at.newDeal(playbook.id, {
      playbookId: playbook.id,
      facts: {
        values: { 'purchase.tenderOn': '2026-08-01', 'buyer.stage': playbook.buyerStages[1]!.id },
        lists: { stakeholders: [{ name: '王工', roles: ['user'], title: '设备科长', relationship: 'trusted' }] },
      },
    });
    for (const stage of playbook.stages) {
      const gate = await rep.gate({ id, stageId: stage.id });
      expect(GateShape.parse(gate)).toEqual(gate);
    }
    const briefing = await rep.briefing({ id });
    expect(BriefingShape.parse(briefing)).toEqual(briefing);
    await at.satisfyGate(id);
    const { evidence, gate } = await rep.show({ id });
    await rep.retractEvidence({ id, evidenceId: evidence[0]!.record.id, reason: '记错了' });
    expect(GateShape.parse(gate)).toEqual(gate);
    for (const { record } of (await rep.show({ id })).evidence)
      expect(EvidenceRecordShape.parse(record)).toEqual(record);
  }
});

test('rows of lists and cards of boards hold what a deal row has, and nothing more', async () => {
  const director = at.as('director');
  const rows = await Promise.all(
    (['closeOn', 'amount', 'updated', 'name'] as const).map(
      async (sort) => (await director.list({ sort, limit: 200 })).rows,
    ),
  );
  const boards = await Promise.all(
    (await builtInPlaybooks()).map(({ playbook }) => director.board({ playbookId: playbook.id })),
  );
  const seen = [...rows.flat(), ...boards.flatMap(({ columns }) => columns.flatMap(({ cards }) => cards))];
  expect(seen.length).toBeGreaterThan(4);
  for (const row of seen) expect(z.strictObject(DealRow.shape).parse(row)).toEqual(row);
});
