import type { Text } from '#shared/messages.ts';
import type { Situation } from '#method/check.ts';
import type { CompiledPlaybook, CompiledStage } from '#method/compiled-playbook.ts';
import type { Gate } from '#method/gate.ts';
import { both } from '#method/method.messages.ts';
import type { Score, ScorecardModel } from '#method/scorecard.ts';

/** What the product says aloud about a deal as long as it is so. */
export type StandingWarning = {
  readonly code:
    | 'ranAhead'
    | 'behindBuyer'
    | 'buyerUnknown'
    | 'enteredLate'
    | 'doNotRunOn'
    | 'roundDue'
    | 'evaluationMissing'
    | 'belowLine'
    | 'willFallBelowLine';
  readonly words: Text;
};
type Evaluation = { readonly score: Score; readonly model: ScorecardModel };

export function standingWarnings(
  compiled: CompiledPlaybook,
  stage: CompiledStage,
  gate: Gate,
  situation: Situation,
  evaluation?: Evaluation,
): StandingWarning[] {
  return [
    ...paceWarnings(compiled, stage, gate, situation),
    ...(gate.open ? [] : [doNotRunOn(stage, gate)]),
    ...(evaluation ? evaluationWarnings(evaluation) : []),
  ];
}

function paceWarnings(
  compiled: CompiledPlaybook,
  { stage }: CompiledStage,
  { pace }: Gate,
  { facts }: Situation,
): StandingWarning[] {
  const { playbook } = compiled;
  const warnings: StandingWarning[] = [];
  const buyer = playbook.buyerStages.find(({ id }) => id === pace.buyerStage)?.name;
  if (!buyer) {
    const words = both((m) => (playbook.followsBuyer ? m.buyerUnknown : m.buyerNotRecorded));
    warnings.push({ code: 'buyerUnknown', words });
  } else if (pace.position === 'ahead') {
    warnings.push({ code: 'ranAhead', words: both((m, lang) => m.ranAhead(buyer[lang], stage.name[lang])) });
  } else if (pace.position === 'behind') {
    warnings.push({ code: 'behindBuyer', words: both((m, lang) => m.behindBuyer(buyer[lang], stage.name[lang])) });
  }
  const enteredAt = playbook.buyerStages.find(({ id }) => id === facts.values['deal.enteredAt']);
  if (enteredAt && enteredAt.period !== 'guiding') warnings.push({ code: 'enteredLate', words: playbook.enteredLate });
  return warnings;
}

function doNotRunOn({ stage }: CompiledStage, { misses, endless }: Gate): StandingWarning {
  const due = misses.length;
  if (endless) return { code: 'roundDue', words: both((m, lang) => m.roundDue(stage.name[lang], due)) };
  return { code: 'doNotRunOn', words: both((m, lang) => m.doNotRunOn(stage.name[lang], due)) };
}

function evaluationWarnings({ score, model }: Evaluation): StandingWarning[] {
  const warnings: StandingWarning[] = [];
  if (score.unknown.length > 0) {
    const names = score.unknown.map(({ name }) => name);
    warnings.push({
      code: 'evaluationMissing',
      words: both((m, lang) => m.evaluationMissing(m.list(names.map((name) => name[lang])))),
    });
  }
  if (score.asItStands === 'go') return warnings;
  const settled = score.verdict === score.asItStands;
  const words = both((m) => {
    const advice = m.verdicts[score.asItStands];
    return settled
      ? m.belowLine(score.score, model.go, advice)
      : m.willFallBelowLine(score.score, score.ceiling, model.go, model.drop);
  });
  return [...warnings, { code: settled ? 'belowLine' : 'willFallBelowLine', words }];
}
