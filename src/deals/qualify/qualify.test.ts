import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { factChanges } from '#deals/deal-changes.ts';
import { answeredEvidence } from '#deals/qualify/known-answers.ts';
import { openDealsCompany } from '#deals/testing.server.ts';
import { dealHandlers } from '#deals/deals.server.ts';
import { proposeGrade } from '#deals/qualify/grade-proposal.ts';
import { qualifyContract } from '#deals/qualify/qualify.contract.ts';
import { qualifyHandlers } from '#deals/qualify/qualify.server.ts';
import { withoutRival, withRival, withRivalRating } from '#deals/qualify/rival-rows.ts';
import { wakeDays } from '#deals/qualify/wake-days.ts';
import { evaluationContract } from '#evaluation/evaluation.contract.ts';
import { evaluationHandlers } from '#evaluation/evaluation.server.ts';
import { defaultEvaluation } from '#evaluation/evaluation.ts';
import { addDays } from '#shared/day.ts';
import { defaultGrading } from '#method/grade.ts';
import { comparedItems, ratedScore } from '#method/scorecard-facts.ts';
import { scorecardItems } from '#method/scorecard.ts';

const rows = (rating: number) =>
  Object.keys(scorecardItems).map((item) => ({ name: item, item: item as keyof typeof scorecardItems, rating }));

const facts = (rating?: number) => ({ values: {}, lists: rating === undefined ? {} : { ratings: rows(rating) } });
const proposed = (closeOn: string | null, rating?: number) =>
  proposeGrade({ closeOn, facts: facts(rating) }, '2026-03-01', defaultGrading);
const gradeAt = (ahead: number, rating: number) => {
  const proposal = proposed(addDays('2026-03-01', ahead), rating);
  return 'grade' in proposal ? proposal.grade : '?';
};

describe('the proposed grade', () => {
  test('given close day and score, the table proposes; what is missing is said', () => {
    expect(proposed('2026-04-01', 4)).toEqual({ grade: 'A', cell: [0, 0], likelihood: 80 });
    expect(proposed('2026-08-01', 2)).toEqual({ grade: 'C', cell: [1, 1], likelihood: 40 });
    expect(proposed('2027-08-01', 0)).toEqual({ grade: 'D', cell: [2, 2], likelihood: 0 });
    expect(proposed(null, 4)).toEqual({ wanting: ['closeOn'] });
    expect(proposed(null)).toEqual({ wanting: ['closeOn', 'score'] });
  });

  test('the later and the less likely, the lower, by the default table', () => {
    const days = fc.integer({ min: 0, max: 400 });
    const marks = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(days, days, marks, marks, (soon, later, poor, good) => {
        const better = gradeAt(Math.min(soon, later), Math.max(poor, good));
        const worse = gradeAt(Math.max(soon, later), Math.min(poor, good));
        expect(better <= worse).toBe(true);
      }),
    );
  });
});

describe('rivals of a deal', () => {
  test('are named, rated, rated again and taken away; a rival without ratings stays named', () => {
    const named = withRival([], '甲公司');
    const rated = withRivalRating(named, '甲公司', 'fit', 4);
    expect(withRivalRating(rated, '甲公司', 'fit', 2)).toEqual([
      { name: '甲公司' },
      { name: '甲公司', item: 'fit', rating: 2 },
    ]);
    expect(withRivalRating(rated, '甲公司', 'fit', null)).toEqual(named);
    expect(withRivalRating([], '乙公司', 'fit', 1)).toHaveLength(2);
    expect(withoutRival(rated, '甲公司')).toEqual([]);
  });
});

test('what is answered on a new deal is said, and rests on its words where there are some', () => {
  const text = { zh: '预算清楚', en: 'the budget is known' };
  const told = (basis: string) =>
    answeredEvidence([{ check: 'budget', text, answer: 'no', basis }], 'zh', '2026-03-02')[0];
  expect(told(' ')).toEqual({
    check: 'budget',
    direction: 'refutes',
    strength: 'said',
    statement: '预算清楚：否',
    source: { kind: 'observation' },
    observedOn: '2026-03-02',
  });
  expect(told('王工说没列预算')).toMatchObject({ statement: '王工说没列预算' });
});

test('the timeline tells whose marks changed, not the weights beneath them', () => {
  const before = { facts: { values: {}, lists: {} } };
  const after = {
    facts: {
      values: { 'scorecard.model': 2, 'scorecard.goLine': 70 },
      lists: {
        weights: [{ name: '价格', item: 'competition-price', weight: 5 }],
        rivalRatings: [{ name: '甲公司' }, { name: '甲公司', item: 'fit', rating: 3 }],
      },
    },
  };
  expect(factChanges({ before, after }, 'zh')).toBe('对手打分 甲公司');
});

test('a parked deal is put off by months', () => {
  expect(wakeDays('2026-03-02').map(({ day }) => day)).toEqual([
    '2026-04-01',
    '2026-05-31',
    '2026-08-29',
    '2027-03-02',
  ]);
});

describe('through the API', () => {
  let c: Awaited<ReturnType<typeof openDealsCompany>>;
  const qualify = (name: string) => c.company.as(qualifyContract, c.company.actors[name]!);
  const models = () => c.company.as(evaluationContract, c.company.actors['director']!);
  beforeAll(async () => {
    c = await openDealsCompany({ deals: { ...dealHandlers, ...qualifyHandlers }, evaluation: evaluationHandlers });
  });
  afterAll(() => c.close());

  test('what is known from the start is evidence of the new deal; all of it or nothing', async () => {
    const known = {
      check: 'can-win',
      direction: 'refutes',
      strength: 'written',
      statement: '指标照抄对手样本',
      source: { kind: 'document' },
      observedOn: '2026-03-01',
    } as const;
    const deal = await c.newDeal('起手就知道的', { evidence: [known] });
    const page = await c.as('northRep').show({ id: deal.id });
    expect(page.evidence).toHaveLength(1);
    expect(page.gate.judgements.find(({ check }) => check === 'can-win')).toMatchObject({ state: 'refuted' });
    const faults = [
      [{ ...known, check: 'no-such-check' }, 'evidence.checkUnknown'],
      [{ ...known, observedOn: '2027-01-01' }, 'evidence.future'],
      [{ ...known, statement: '给王总回扣五个点' }, 'text.personalBenefit'],
      [{ ...known, retracts: deal.id }, 'evidence.retractsUnknown'],
    ] as const;
    for (const [one, code] of faults)
      await expect(c.newDeal('不该存在', { evidence: [known, one] })).rejects.toMatchObject({ code });
    const { rows: found } = await c.as('northRep').list({ search: '不该存在' });
    expect(found).toEqual([]);
  });

  test('a score says under which model it was made; a newer model counts from the next rating on', async () => {
    const deal = await c.newDeal('两版尺子');
    const rep = c.as('northRep');
    const first = await rep.recordFacts({ id: deal.id, version: deal.version, lists: { ratings: rows(3) } });
    expect(first.facts.values).not.toHaveProperty('scorecard.model');
    expect(ratedScore(first.facts)).toMatchObject({ score: 60, verdict: 'go' });

    const { version } = await models().change({ version: 0, model: { ...defaultEvaluation, go: 75 } });
    const kept = (await rep.show({ id: deal.id })).deal;
    expect(ratedScore(kept.facts)).toMatchObject({ verdict: 'go' });
    const other = await rep.recordFacts({ id: deal.id, version: kept.version, values: { 'budget.state': 'approved' } });
    expect(ratedScore(other.facts)).toMatchObject({ verdict: 'go' });

    const again = await rep.recordFacts({ id: deal.id, version: other.version, lists: { ratings: rows(3) } });
    expect(again.facts.values).toMatchObject({ 'scorecard.model': version, 'scorecard.goLine': 75 });
    expect(ratedScore(again.facts)).toMatchObject({ verdict: 'lower' });
    // The rules of the gate see the same.
    const page = await rep.show({ id: deal.id });
    expect(ratedScore(page.deal.facts)?.asItStands).toBe('lower');
    const rival = await rep.recordFacts({
      id: deal.id,
      version: page.deal.version,
      lists: { rivalRatings: [{ name: '甲公司', item: comparedItems[0], rating: 4 }] },
    });
    expect(rival.facts.lists.rivalRatings).toHaveLength(1);
    // The weights are the company's; nobody types them.
    await expect(
      rep.recordFacts({ id: deal.id, version: rival.version, lists: { weights: [] } }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(
      rep.recordFacts({ id: deal.id, version: rival.version, values: { 'scorecard.goLine': 1 } }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
  });

  test('a grade beside the proposal wants a reason, which stays until the next grading', async () => {
    const deal = await c.newDeal('定级');
    const at = (version: number) => ({ id: deal.id, version });
    // Nothing to propose from yet: any grade will do.
    const free = await qualify('northRep').setGrade({ ...at(deal.version), grade: 'C' });
    expect(free.grade).toBe('C');
    const rated = await c.as('northRep').recordFacts({ ...at(free.version), lists: { ratings: rows(5) } });
    // Close on 30 September, seven months ahead: far × likely is C.
    await expect(qualify('northRep').setGrade({ ...at(rated.version), grade: 'A' })).rejects.toMatchObject({
      code: 'grade.reasonRequired',
      data: { proposed: 'C' },
    });
    const bold = await qualify('northRep').setGrade({ ...at(rated.version), grade: 'A', reason: '高层亲自推动' });
    expect(bold).toMatchObject({ grade: 'A', facts: { values: { 'deal.gradeReason': '高层亲自推动' } } });
    await expect(qualify('northRep').setGrade({ ...at(1), grade: 'C' })).rejects.toMatchObject({
      code: 'record.changed',
    });
    const back = await qualify('northManager').setGrade({ ...at(bold.version), grade: 'C' });
    expect(back.facts.values).not.toHaveProperty('deal.gradeReason');
    const lost = await c.as('northRep').lose({ ...at(back.version), reason: 'lost.late' });
    await expect(qualify('northRep').setGrade({ ...at(lost.version), grade: 'D' })).rejects.toMatchObject({
      code: 'deal.notOpen',
    });
    await expect(qualify('southRep').setGrade({ ...at(lost.version), grade: 'D' })).rejects.toMatchObject({
      status: 404,
    });
  });

  test('parking looks ahead; a parked deal is put off again, and only a parked one', async () => {
    const deal = await c.newDeal('放一放');
    const rep = c.as('northRep');
    const at = (version: number) => ({ id: deal.id, version });
    await expect(qualify('northRep').parkAgain({ ...at(deal.version), revisitOn: '2026-06-01' })).rejects.toMatchObject(
      {
        code: 'deal.notParked',
      },
    );
    await expect(
      rep.park({ ...at(deal.version), reason: 'parked.fit', revisitOn: '2026-03-02' }),
    ).rejects.toMatchObject({ code: 'parking.revisitNotAhead' });
    const parked = await rep.park({ ...at(deal.version), reason: 'parked.fit', revisitOn: '2026-03-03' });
    await expect(
      qualify('northRep').parkAgain({ ...at(parked.version), revisitOn: '2026-03-01' }),
    ).rejects.toMatchObject({
      code: 'parking.revisitNotAhead',
    });
    const later = await qualify('northRep').parkAgain({ ...at(parked.version), revisitOn: '2026-09-01' });
    expect(later).toMatchObject({ state: 'parked', reason: 'parked.fit', revisitOn: '2026-09-01' });
    await expect(
      qualify('northRep').parkAgain({ ...at(parked.version), revisitOn: '2026-10-01' }),
    ).rejects.toMatchObject({ code: 'record.changed' });
    expect(await rep.reopen({ ...at(later.version), reason: '预算有着落了' })).toMatchObject({ state: 'open' });
  });
});
