import { type Day, addDays, daysBetween } from '#shared/day.ts';
import type { Text } from '#shared/messages.ts';
import { type Refusal, refuse } from '#shared/refusal.ts';
import { type CheckJudgement, type Situation, judgeCheck } from '#method/check.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';

/** The answer to one criterion: unknown whenever neither side is shown. */
export type Answer = 'yes' | 'no' | 'unknown';
export type ParkingAdvice = {
  readonly answers: readonly { readonly check: string; readonly text: Text; readonly answer: Answer }[];
  /** all yes: an opportunity; any no: keep contact; else first find out */
  readonly verdict: 'opportunity' | 'keepContact' | 'findOut';
  readonly name: Text;
  readonly advice: Text;
  /** suggested day to look again */
  readonly revisitOn: Day;
};

/** Whether the deal is worth going on with by the playbook's criteria; undefined when it has none. */
export function parkingAdvice(compiled: CompiledPlaybook, situation: Situation): ParkingAdvice | undefined {
  const { parking } = compiled.playbook;
  if (!parking) return undefined;
  const answers = parking.criteria.flatMap((id) => {
    const check = compiled.checkById.get(id);
    if (!check) return [];
    return [{ check: id, text: check.check.text, answer: answerOf(judgeCheck(check, situation)) }];
  });
  const verdict = answers.some(({ answer }) => answer === 'no')
    ? 'keepContact'
    : answers.every(({ answer }) => answer === 'yes')
      ? 'opportunity'
      : 'findOut';
  const revisitOn = addDays(situation.today, parking.revisitInDays);
  return { answers, verdict, name: parking.name, advice: parking.advice, revisitOn };
}

export function answerOf({ met, state }: CheckJudgement): Answer {
  if (met) return 'yes';
  return state === 'refuted' || state === 'unmet' ? 'no' : 'unknown';
}

export type Parked = {
  readonly outcome: 'parked';
  readonly stage: string;
  readonly reason: string;
  readonly revisitOn: Day;
};

/** Keep contact 维持联系: neither lost nor worked on, until the day it is looked at again. */
export function park(
  stage: string,
  request: { readonly reason: string; readonly revisitOn: Day },
  today: Day,
): Parked | Refusal<'parking.reasonRequired'> | Refusal<'parking.revisitNotAhead', { revisitOn: Day }> {
  const reason = request.reason.trim();
  if (reason === '') return refuse('parking.reasonRequired');
  if (daysBetween(today, request.revisitOn) <= 0) {
    return refuse('parking.revisitNotAhead', { revisitOn: request.revisitOn });
  }
  return { outcome: 'parked', stage, reason, revisitOn: request.revisitOn };
}
