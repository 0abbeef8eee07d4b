import type { Text } from '#shared/messages.ts';
import { isMet } from '#method/check.ts';
import { type CompiledLint, lintTruths } from '#method/lint/lint.ts';
import type { LintSubject } from '#method/lint/lint-subject.ts';
import { type LossLift, type Outcomes, lossLift } from '#method/lint/loss-lift.ts';

/** A closed deal as it stood some days before it closed, and how it ended. */
export type ClosedDeal = { readonly won: boolean; readonly subject: LintSubject };

/** What may foretell a loss: a selling mistake, or a check that was not met. */
export type Omen =
  | { readonly kind: 'rule'; readonly id: string; readonly name: Text }
  | {
      readonly kind: 'check';
      readonly id: string;
      readonly playbook: string;
      readonly name: Text;
      /** ★ in the version of the deal that was counted last */
      readonly mandatory: boolean;
    };
type CheckOmen = Extract<Omen, { kind: 'check' }>;

export type LossRow = { readonly omen: Omen; readonly lift: LossLift };

/**
 * For each lint rule and each check, ★ or not, how much more often deals were lost when the mistake was there, or the check not
 * met, as the deals stood before they closed.
 *
 * A rule is counted over the deals of which it could be said: unknown is left out, it is not no. A check is counted
 * over the deals of its playbook that stood in its stage or further: there it should have been met. Rows on too few deals
 * are not in the answer; `hidden` counts them. The surest come first: by the lower end of the ratio's interval.
 */
export function studyLosses(
  deals: readonly ClosedDeal[],
  lintOf: (compiled: LintSubject['compiled']) => CompiledLint,
): { rows: LossRow[]; hidden: number } {
  const tallies = new Map<string, { omen: Omen; outcomes: Outcomes }>();
  const count = (key: string, omen: Omen, so: boolean, won: boolean) => {
    const before = tallies.get(key)?.outcomes ?? none;
    const cell = so ? (won ? 'wonWith' : 'lostWith') : won ? 'wonWithout' : 'lostWithout';
    tallies.set(key, { omen, outcomes: { ...before, [cell]: before[cell] + 1 } });
  };
  for (const { won, subject } of deals) {
    const lint = lintOf(subject.compiled);
    const truths = lintTruths(lint, subject);
    for (const { rule } of lint.rules) {
      const truth = truths.get(rule.id) ?? null;
      if (truth !== null) count(rule.id, { kind: 'rule', id: rule.id, name: rule.name }, truth, won);
    }
    for (const [check, met] of checksDue(subject)) count(`${check.playbook}/${check.id}`, check, !met, won);
  }
  const rows = [...tallies.values()].flatMap(({ omen, outcomes }) => {
    const lift = lossLift(outcomes);
    return lift ? [{ omen, lift }] : [];
  });
  return {
    rows: rows.toSorted((a, b) => b.lift.ratio.low - a.lift.ratio.low),
    hidden: tallies.size - rows.length,
  };
}

const none: Outcomes = { lostWith: 0, wonWith: 0, lostWithout: 0, wonWithout: 0 };

/** The checks of the deal's stage and of those before it, and whether they are met. */
function checksDue({ compiled, stageId, situation }: LintSubject): [CheckOmen, boolean][] {
  const upTo = (compiled.stageById.get(stageId)?.index ?? -1) + 1;
  return compiled.stages.slice(0, upTo).flatMap(({ checks }) =>
    checks.map((one): [CheckOmen, boolean] => {
      const { id, text, mandatory } = one.check;
      return [{ kind: 'check', id, playbook: compiled.playbook.id, name: text, mandatory }, isMet(one, situation)];
    }),
  );
}
