import { compilePlaybook } from '#method/compiled-playbook.ts';
import { evidenceByCheck, type EvidenceRecord } from '#method/evidence.ts';
import { evaluateGate } from '#method/gate.ts';
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

function thousands(value: number): string {
  return `${Math.round(value / 1000)} k`;
}
