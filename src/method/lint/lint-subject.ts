import type { Day } from '#shared/day.ts';
import type { Text } from '#shared/messages.ts';
import type { Situation } from '#method/check.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import type { FactDefinition } from '#method/facts.ts';
import type { FactType, ValueOf } from '#method/fact-type.ts';

/** Something to do about the deal, done or still open. */
export type LintStep = {
  readonly id: string;
  readonly title: string;
  readonly dueOn: Day | null;
  readonly doneOn: Day | null;
};

/** One change of the expected day of signature. */
export type CloseMove = { readonly on: Day; readonly from: Day | null; readonly to: Day | null };

/** A gate that a manager opened and that has not healed. */
export type OpenOverride = { readonly stage: string; readonly on: Day; readonly covered: readonly string[] };

/** All that the lint rules may know of one deal on `situation.today`: what gates know, and the deal's course. Plain data. */
export type LintSubject = {
  readonly compiled: CompiledPlaybook;
  readonly stageId: string;
  readonly state: 'open' | 'won';
  readonly situation: Situation;
  readonly startedOn: Day;
  readonly stageSince: Day;
  readonly closeOn: Day | null;
  readonly steps: readonly LintStep[];
  /** oldest first */
  readonly closeMoves: readonly CloseMove[];
  readonly overrides: readonly OpenOverride[];
};

/** A record that a finding rests on; `id` is the record's own, of a change its day. */
export type Ground = {
  readonly kind: 'person' | 'evidence' | 'check' | 'task' | 'fact' | 'change';
  readonly id: string;
  readonly words: Text;
};

/**
 * A fact derived from a deal for lint rules alone; gates do not know it. `read` gives undefined where what it needs is
 * not recorded: rules then answer unknown. `grounds` names the records behind the value.
 */
export type LintFact = FactDefinition & {
  readonly area: 'lint';
  read(this: void, subject: LintSubject): string | number | boolean | undefined;
  grounds?(this: void, subject: LintSubject): readonly Ground[];
};

export function lintFact<const T extends FactType>(
  name: Text,
  type: T,
  read: (subject: LintSubject) => ValueOf<T> | undefined,
  grounds?: LintFact['grounds'],
): LintFact {
  // A scalar type's value is a scalar; `choices` is for fields of lists only.
  return { name, type, area: 'lint', read: read as LintFact['read'], ...(grounds && { grounds }) };
}

export function same(words: string): Text {
  return { zh: words, en: words };
}
