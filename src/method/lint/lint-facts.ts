import { courseFacts } from '#method/lint/course-facts.ts';
import { effortFacts } from '#method/lint/effort-facts.ts';
import type { LintFact } from '#method/lint/lint-subject.ts';
import { peopleFacts } from '#method/lint/people-facts.ts';
import { proofFacts } from '#method/lint/proof-facts.ts';

/** The catalogue of facts that lint rules may ask beyond those of gates (`facts.ts`, `fact-lists.ts`). */
export const lintFacts = {
  ...courseFacts,
  ...peopleFacts,
  ...proofFacts,
  ...effortFacts,
} as const satisfies { readonly [id: string]: LintFact };
export type LintFactId = keyof typeof lintFacts;

export function lintFactOf(id: string): LintFact | undefined {
  return Object.hasOwn(lintFacts, id) ? lintFacts[id as LintFactId] : undefined;
}
