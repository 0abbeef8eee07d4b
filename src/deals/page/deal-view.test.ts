import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlaybook } from '#method/playbook-text.ts';
import type { Playbook } from '#method/playbook.ts';
import { isRefusal } from '#shared/refusal.ts';
import type { EvidenceView } from '#deals/deal-gate.ts';
import type { DealPage } from '#deals/deals.contract.ts';
import { evidenceOn, withEvidence, withFacts, withRetraction } from '#deals/page/deal-optimistic.ts';
import { gateOf, openOverrides, placeOf, viewOf } from '#deals/page/deal-view.ts';

const today = '2026-11-22';
const playbook = sixStep();
const check = 'fits-our-strength';

function sixStep(): Playbook {
  const read = parsePlaybook(readFileSync('playbooks/six-step.yaml', 'utf8'));
  if (isRefusal(read)) throw new Error('six-step is not a playbook');
  return read;
}

function page(some: Partial<DealPage['deal']> = {}): DealPage {
  const deal = {
    id: 'd',
    playbookId: 'six-step',
    playbookVersion: 1,
    formerMethods: [],
    stageId: 'analyse',
    amount: null,
    grade: null,
    state: 'open',
    finishedOn: null,
    updatedAt: '2026-11-22T08:00:00.000Z',
    facts: { values: {}, lists: {} },
    acceptances: [],
    overrides: [],
    ...some,
  } as unknown as DealPage['deal'];
  return { deal, seesBeliefs: true, lines: [], evidence: [] } as unknown as DealPage;
}

const written = (id: string): EvidenceView => ({
  record: {
    kind: 'evidence',
    id,
    check,
    statement: '技术协议写明我方独有的功能',
    direction: 'supports',
    strength: 'written',
    source: { kind: 'document' },
    observedOn: today,
  },
  stands: true,
  sourceName: null,
  recordedAt: '2026-11-22T08:00:00.000Z',
  recordedByName: '吴晓岚',
  attachmentId: null,
});

const stateOf = (shown: DealPage) => {
  const { gate, stages } = viewOf(shown, playbook, today);
  const state = gate.judgements.find((judgement) => judgement.check === check)?.state;
  return { state, missing: gate.misses.some(({ key }) => key === `check:${check}`), met: stages[0]?.met };
};

const met = (one: DealPage) =>
  viewOf(one, playbook, today).gate.judgements.find(({ check }) => check === 'budget-known')?.met;

describe('a deal on the screen, before the server has answered', () => {
  it('meets a check by the evidence just added, and its miss is gone', () => {
    expect(stateOf(page())).toEqual({ state: 'unknown', missing: true, met: 0 });
    expect(stateOf(withEvidence(page(), written('e')))).toEqual({ state: 'met', missing: false, met: 1 });
  });

  it('takes evidence back, and shows it as taken back', () => {
    const shown = withRetraction(withEvidence(page(), written('e')), 'e', '记错了', 'r');
    expect(stateOf(shown)).toEqual({ state: 'unknown', missing: true, met: 0 });
    expect(evidenceOn(shown, check).map(({ stands }) => stands)).toEqual([false]);
  });

  it('corrects evidence by a record that retracts it', () => {
    const correction = written('e2');
    const record = { ...correction.record, retracts: 'e', strength: 'rumour' } as EvidenceView['record'];
    const shown = withEvidence(withEvidence(page(), written('e')), { ...correction, record });
    expect(stateOf(shown).state).toBe('weak');
  });

  it('records facts and takes them back', () => {
    const shown = withFacts(page(), { values: { 'budget.state': 'approved' } });
    expect([met(page()), met(shown), met(withFacts(shown, { values: { 'budget.state': null } }))]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('the way of a deal', () => {
  it('knows what is behind, here and ahead', () => {
    const view = viewOf(page({ stageId: 'trust' }), playbook, today);
    expect(['analyse', 'trust', 'needs'].map((id) => placeOf(view, id))).toEqual(['done', 'current', 'ahead']);
    const finished = viewOf(page({ stageId: 'collect', finishedOn: today }), playbook, today);
    expect(placeOf(finished, 'collect')).toBe('done');
  });

  it('judges any stage, not only the current one', () => {
    expect(gateOf(viewOf(page(), playbook, today), 'value').stage).toBe('value');
  });

  it('keeps an override in sight until what it passed over is there', () => {
    const overrides = [{ stage: 'analyse', by: 'u', reason: '急', on: today, covered: [`check:${check}`] }];
    const owed = page({ stageId: 'trust', overrides });
    expect(openOverrides(viewOf(owed, playbook, today)).map(({ missing }) => missing)).toEqual([[`check:${check}`]]);
    expect(openOverrides(viewOf(withEvidence(owed, written('e')), playbook, today))).toEqual([]);
  });
});

it('who does not see what is thought of people reads the counts of those who do', () => {
  const stages = [{ id: 'analyse', met: 5, total: 8 }];
  const view = viewOf({ ...page(), seesBeliefs: false, stages }, playbook, today);
  expect(view.stages).toEqual(stages);
  expect(view.gate.judgements.filter((one) => one.met)).toEqual([]);
});

const metIn = (shown: DealPage) => viewOf(shown, playbook, today).stages.map(({ met: count }) => count);

it('her evidence moves those counts at once, and taking it back moves them back', () => {
  const stages = [
    { id: 'analyse', met: 5, total: 8 },
    { id: 'trust', met: 1, total: 2 },
  ];
  const told = { ...page(), seesBeliefs: false, stages };
  const added = withEvidence(told, written('e'));
  expect(metIn(added)).toEqual([6, 1]);
  // A second record on the same check meets nothing more.
  expect(metIn(withEvidence(added, written('f')))).toEqual([6, 1]);
  expect(metIn(withRetraction(added, 'e', '记错了', 'r'))).toEqual([5, 1]);
  // What the server says next already counts it.
  expect(metIn({ ...told, evidence: added.evidence, stages: [{ ...stages[0]!, met: 6 }, stages[1]!] })).toEqual([6, 1]);
});
