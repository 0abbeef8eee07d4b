import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/day.ts';
import { isRefusal } from '#shared/refusal.ts';
import { compilePlaybook } from '#method/compiled-playbook.ts';
import type { Evidence } from '#method/evidence.ts';
import type { FactLists, FactValues } from '#method/fact-source.ts';
import { appliedRules, shippedLint } from '#method/lint/company-lint.ts';
import { lintCatalogue } from '#method/lint/lint-catalogue.ts';
import { compileLint, firingRules, lintDeal, lintTruths } from '#method/lint/lint.ts';
import type { LintSubject } from '#method/lint/lint-subject.ts';
import { parsePlaybook } from '#method/playbook-text.ts';

const today = '2026-06-01';
const ago = (days: number) => addDays(today, -days);
const compiled = builtIn('six-step');
const lint = compileLint(appliedRules(shippedLint), compiled);

type Given = Partial<Omit<LintSubject, 'situation' | 'compiled'>> & {
  values?: FactValues;
  lists?: FactLists;
  evidence?: readonly Partial<Evidence>[];
};

/** A deal of which nothing is recorded but that a next step is planned. */
function given({ values = {}, lists = {}, evidence = [], ...course }: Given = {}): LintSubject {
  const records = evidence.map((part, at): Evidence => ({
    kind: 'evidence',
    id: `e${at}`,
    check: 'budget-known',
    statement: '见面时说的',
    direction: 'supports',
    strength: 'said',
    source: { kind: 'stakeholder', id: 'li' },
    observedOn: ago(3),
    ...part,
  }));
  return {
    compiled,
    stageId: 'analyse',
    state: 'open',
    startedOn: ago(100),
    stageSince: ago(5),
    closeOn: null,
    steps: [{ id: 't', title: '约见李工', dueOn: addDays(today, 3), doneOn: null }],
    closeMoves: [],
    overrides: [],
    ...course,
    situation: { facts: { values, lists }, evidence: Map.groupBy(records, ({ check }) => check), today },
  };
}

const li = { id: 'li', name: '李工', title: '仪表主管', roles: ['evaluator'], contactDegree: 2, stance: 1 } as const;
const wang = { id: 'wang', name: '王总', title: '总经理', roles: ['decider'] } as const;
const step = (part: Partial<LintSubject['steps'][number]>) => [
  { id: 't', title: '回访', dueOn: null, doneOn: null, ...part },
];
const moved = (on: string, from: string | null, to: string | null) => ({ on, from, to });
const acts = (count: number, days = 2) =>
  Array.from({ length: count }, (_, at) => ({ observedOn: ago(days), check: `c${at}` }));

/** Each rule with a deal in which the mistake is made, and one next to it in which it is not. */
const cases: { readonly [rule: string]: readonly [fires: Given, silent: Given] } = {
  'no-dated-next-step': [{ steps: step({}) }, { steps: step({ dueOn: ago(1) }) }],
  'entered-late': [{ values: { 'deal.enteredAt': 'evaluate' } }, { values: { 'deal.enteredAt': 'discover' } }],
  'ran-ahead': [
    { stageId: 'value', values: { 'buyer.stage': 'deliberate' } },
    { stageId: 'needs', values: { 'buyer.stage': 'deliberate' } },
  ],
  slipped: [
    { closeMoves: [moved(ago(60), '2026-05-01', '2026-06-01'), moved(ago(10), '2026-06-01', '2026-07-01')] },
    // Put off by mistake and taken back on the same day, then put off once.
    {
      closeMoves: [
        moved(ago(60), '2026-05-01', '2026-06-01'),
        moved(ago(60), '2026-06-01', '2026-05-01'),
        moved(ago(10), '2026-05-01', '2026-07-01'),
      ],
    },
  ],
  'close-day-passed': [{ closeOn: ago(1) }, { closeOn: today }],
  'signs-before-decision': [
    { closeOn: '2026-06-30', values: { 'purchase.decideOn': '2026-07-10' } },
    { closeOn: '2026-07-10', values: { 'purchase.decideOn': '2026-07-10' } },
  ],
  'override-unhealed': [
    { overrides: [{ stage: 'analyse', on: ago(14), covered: ['check:budget-known'] }] },
    { overrides: [{ stage: 'analyse', on: ago(13), covered: ['check:budget-known'] }] },
  ],
  'single-contact': [
    { lists: { stakeholders: [li, wang] } },
    { lists: { stakeholders: [li, { ...wang, contactDegree: 1 }] } },
  ],
  'decider-not-influenced': [
    { stageId: 'needs', lists: { stakeholders: [{ ...li, contactDegree: 1 }, wang] } },
    // Even through others: a supporter who is close to us carries our word.
    { stageId: 'needs', lists: { stakeholders: [li, wang] } },
  ],
  'opponent-unanswered': [
    { lists: { stakeholders: [li, { ...wang, stance: -1 }] } },
    { lists: { stakeholders: [li, { ...wang, stance: -1 }] }, steps: step({ title: '请李工劝说王总', dueOn: today }) },
  ],
  'coach-not-shown': [
    { lists: { stakeholders: [{ ...li, coach: true }] }, evidence: [{ strength: 'said' }, { strength: 'done' }] },
    {
      lists: { stakeholders: [{ ...li, coach: true }] },
      evidence: [{ strength: 'done' }, { strength: 'written', observedOn: ago(20) }],
    },
  ],
  'map-stale': [
    { lists: { stakeholders: [li, { ...wang, key: true, confirmedOn: ago(61) }] } },
    // Another who is no key person may be old; a word from the key person counts as much as a tick on the map.
    {
      lists: {
        stakeholders: [
          { ...li, key: true, confirmedOn: ago(90) },
          { ...wang, confirmedOn: ago(90) },
        ],
      },
      evidence: [{}],
    },
  ],
  'rival-unnamed': [{ stageId: 'needs' }, { stageId: 'needs', evidence: [{ check: 'matrix-filled' }] }],
  'need-assumed': [
    { evidence: [{ check: 'needs-tree-complete', source: { kind: 'observation' } }] },
    { evidence: [{ check: 'needs-tree-complete', source: { kind: 'stakeholder', id: 'li' } }] },
  ],
  'product-first': [
    { stageId: 'trust', values: { 'deal.productLines': 1 } },
    { stageId: 'trust', values: { 'deal.productLines': 1, 'deal.needExplicit': true } },
  ],
  'price-early': [
    { lists: { artifacts: [{ name: '报价', kind: 'proposal' }] } },
    { lists: { artifacts: [{ name: '报价', kind: 'proposal' }] }, evidence: [{ check: 'needs-tree-complete' }] },
  ],
  'stage-without-evidence': [
    { stageId: 'trust', evidence: [{ check: 'budget-known' }] },
    { stageId: 'trust', evidence: starred('analyse').map((check) => ({ check })) },
  ],
  'stage-idle': [{ stageSince: ago(21) }, { stageSince: ago(21), evidence: [{}] }],
  'stale-evidence': [{ evidence: [{ observedOn: ago(45) }] }, { evidence: [{ observedOn: ago(44) }] }],
  'no-budget': [{ stageId: 'trust' }, { stageId: 'trust', values: { 'budget.state': 'none' } }],
  'above-budget': [
    { values: { 'deal.amount': 105_00, 'budget.amount': 100_00 } },
    { values: { 'deal.amount': 104_00, 'budget.amount': 100_00 } },
  ],
  'over-investment': [
    { values: { 'deal.grade': 'D' }, evidence: acts(4) },
    { values: { 'deal.grade': 'D' }, evidence: acts(4, 31) },
  ],
  'no-referral': [
    { state: 'won', stageId: 'collect', lists: { artifacts: [{ name: '验收', kind: 'acceptanceReport' }] } },
    {
      state: 'won',
      stageId: 'collect',
      lists: { artifacts: [{ name: '验收', kind: 'acceptanceReport' }] },
      evidence: [{ check: 'referral-asked' }],
    },
  ],
};

const fires = (rule: string, subject: LintSubject) => firingRules(lint, subject).some(({ id }) => id === rule);

describe.each(lintCatalogue.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('fires where the mistake is made, not next to it', () => {
    const [mistake, silent] = cases[id]!;
    expect({ mistake: fires(id, given(mistake)), silent: fires(id, given(silent)) }).toEqual({
      mistake: true,
      silent: false,
    });
  });

  test('says what is wrong with this deal and what to do, in both languages, without a hole', () => {
    const finding = lintDeal(lint, given(cases[id]![0])).find((one) => one.rule === id)!;
    for (const lang of ['zh', 'en'] as const) {
      expect(finding.says[lang]).not.toMatch(/[{}]/);
      expect(finding.cure.act[lang]).not.toMatch(/[{}]/);
      expect(finding.grounds.every(({ words }) => words[lang] !== '')).toBe(true);
    }
    expect(finding.grounds.length, 'rests on a record or a fact').toBeGreaterThan(0);
    expect(finding.cure.by > today).toBe(true);
  });

  test('never fires on what is not known, unless it is about not knowing', () => {
    const stages = compiled.stages.map(({ stage }) =>
      given({ stageId: stage.id, stageSince: ago(90), state: rule.states[0] }),
    );
    expect(stages.some((subject) => fires(id, subject)) && !rule.aboutUnknown).toBe(false);
  });
});

test('every rule has its cases and its own id', () => {
  expect(Object.keys(cases).toSorted()).toEqual(lintCatalogue.map(({ id }) => id).toSorted());
});

test('ids, truths and findings are three spellings of one answer, worst first', () => {
  for (const [mistake, silent] of Object.values(cases))
    for (const subject of [given(mistake), given(silent)]) {
      const ids = firingRules(lint, subject).map(({ id }) => id);
      expect(lintDeal(lint, subject).map(({ rule }) => rule)).toEqual(ids);
      const yes = [...lintTruths(lint, subject)].filter(([, truth]) => truth === true).map(([id]) => id);
      expect(yes.toSorted()).toEqual(ids.toSorted());
      const ranks = lintDeal(lint, subject).map(({ severity }) => ['serious', 'warning', 'hint'].indexOf(severity));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }
});

test('a finding rests on the records behind it', () => {
  const [opponent] = lintDeal(lint, given(cases['opponent-unanswered']![0])).filter(
    ({ rule }) => rule === 'opponent-unanswered',
  );
  expect(opponent!.grounds).toEqual([
    { kind: 'person', id: 'wang', words: { zh: '王总 · 总经理', en: '王总 · 总经理' } },
  ]);
  const need = lintDeal(lint, given(cases['need-assumed']![0])).find(({ rule }) => rule === 'need-assumed')!;
  expect(need.grounds).toMatchObject([{ kind: 'evidence', id: 'e0' }]);
  expect(need.severity).toBe('serious');
});

test.each([true, false])('ticked as a coach: %s, whatever the stance; then she has to show it', (coachClaimed) => {
  const found = lintDeal(lint, given({ lists: { stakeholders: [{ ...li, coach: false, coachClaimed }] } }));
  expect(found.some(({ rule }) => rule === 'coach-not-shown')).toBe(coachClaimed);
});

function starred(stage: string): string[] {
  const { checks } = compiled.stageById.get(stage)!;
  return checks.filter(({ check }) => check.mandatory).map(({ check }) => check.id);
}

function builtIn(name: string) {
  const url = new URL(`../../../playbooks/${name}.yaml`, import.meta.url);
  const playbook = parsePlaybook(readFileSync(url, 'utf8'));
  if (isRefusal(playbook)) throw new Error(JSON.stringify(playbook.data));
  return compilePlaybook(playbook);
}
