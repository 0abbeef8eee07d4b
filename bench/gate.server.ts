import { compilePlaybook } from '#method/compiled-playbook.ts';
import { evidenceByCheck, type EvidenceRecord } from '#method/evidence.ts';
import type { FactSource } from '#method/fact-source.ts';
import { evaluateGate } from '#method/gate.ts';
import { appliedRules, shippedLint } from '#method/lint/company-lint.ts';
import { compileLint, firingRules } from '#method/lint/lint.ts';
import { summariseGate } from '#method/portfolio.ts';
import { addDays } from '#shared/day.ts';
import { builtInPlaybooks } from '#playbooks/playbook-store.server.ts';

const shipped = await builtInPlaybooks();

/** Pure evaluation on one core: checks a second, and a portfolio of ten thousand deals judged again. */
export function gateBenchmark() {
  const compiled = compilePlaybook(shipped.find(({ playbook }) => playbook.id === 'six-step')!.playbook);
  const deals = Array.from({ length: 10_000 }, (_, i) => {
    const stage = compiled.stages[i % compiled.stages.length]!;
    return {
      stageId: stage.stage.id,
      checks: stage.checks.length,
      situation: situation(
        stage.stage.checks.map(({ id }) => id),
        i,
      ),
    };
  });
  const judge = (one: (typeof deals)[number]) => summariseGate(compiled, one.stageId, one.situation);
  for (const deal of deals) judge(deal);
  const start = performance.now();
  for (const deal of deals) judge(deal);
  const seconds = (performance.now() - start) / 1000;
  const checks = deals.reduce((sum, deal) => sum + deal.checks, 0);

  const lint = compileLint(appliedRules(shippedLint), compiled);
  const subjects = deals.map(({ stageId, situation: at }, i) => ({
    compiled,
    stageId,
    state: 'open' as const,
    situation: { ...at, facts: peopled(i) },
    startedOn: addDays(at.today, -120),
    stageSince: addDays(at.today, -(i % 60)),
    closeOn: addDays(at.today, (i % 90) - 10),
    steps: [{ id: 't', title: '回访', dueOn: addDays(at.today, (i % 9) - 4), doneOn: null }],
    closeMoves: [{ on: addDays(at.today, -20), from: addDays(at.today, 5), to: addDays(at.today, 20) }],
    overrides: [],
  }));
  for (const subject of subjects) firingRules(lint, subject);
  const lintStart = performance.now();
  for (const [at, subject] of subjects.entries()) {
    judge(deals[at]!);
    firingRules(lint, subject);
  }
  const lintSeconds = (performance.now() - lintStart) / 1000;

  const sample = deals.slice(0, 2_000);
  for (const deal of sample) evaluateGate(compiled, deal.stageId, deal.situation);
  const wordsStart = performance.now();
  for (const deal of sample) evaluateGate(compiled, deal.stageId, deal.situation);
  const wordsSeconds = (performance.now() - wordsStart) / 1000;
  const withWords = sample.reduce((sum, deal) => sum + deal.checks, 0) / wordsSeconds;
  return [
    {
      work: 'gate evaluation, result',
      measured: `${thousands(checks / seconds)} checks/s`,
      bar: '≥ 200 k/s',
      met: checks / seconds >= 200_000,
    },
    {
      work: 'gate evaluation with words and next acts',
      measured: `${thousands(withWords)} checks/s`,
      bar: '—',
      met: true,
    },
    {
      work: 'portfolio of 10 k deals judged again',
      measured: `${seconds.toFixed(2)} s`,
      bar: '< 2 s',
      met: seconds < 2,
    },
    {
      work: 'portfolio of 10 k deals judged again, gates and lint',
      measured: `${lintSeconds.toFixed(2)} s`,
      bar: '< 2 s',
      met: lintSeconds < 2,
    },
  ];
}

function situation(checks: readonly string[], seed: number) {
  const records: EvidenceRecord[] = checks.flatMap((check, i) =>
    Array.from({ length: 1 + ((seed + i) % 3) }, (_, n) => ({
      kind: 'evidence' as const,
      id: `${seed}-${i}-${n}`,
      check,
      statement: '说过',
      direction: (seed + i + n) % 5 === 0 ? ('refutes' as const) : ('supports' as const),
      strength: (['said', 'done', 'written'] as const)[(seed + n) % 3]!,
      source: { kind: 'stakeholder' as const, id: `p${n}` },
      observedOn: addDays('2026-06-01', -((seed + i * 13) % 200)),
    })),
  );
  return { facts: { values: {}, lists: {} }, evidence: evidenceByCheck(records), today: '2026-06-01' };
}

/** Eight people, some against us, some called a guide. */
function peopled(seed: number): FactSource {
  const stakeholders = Array.from({ length: 8 }, (_, n) => ({
    id: `p${n}`,
    name: `某工${n}`,
    roles: [(['user', 'evaluator', 'decider', 'designer'] as const)[n % 4]!],
    stance: ((seed + n) % 5) - 2,
    contactDegree: n % 3,
  }));
  return { values: { 'deal.grade': 'B', 'deal.amount': 1_000_000_00 }, lists: { stakeholders } };
}

function thousands(value: number): string {
  return `${Math.round(value / 1000)} k`;
}
