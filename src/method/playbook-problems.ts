import { type Refusal, refuse } from '#shared/refusal.ts';
import { Playbook } from '#method/playbook.ts';
import { referenceProblems } from '#method/playbook-references.ts';
import { placed, type Problem, shapeProblems } from '#method/shape-problems.ts';

export type PlaybookRefusal = Refusal<'playbook.invalid', { problems: readonly Problem[] }>;

/** A playbook from plain data (JSON, YAML already read), or everything that is wrong with it at once. */
export function readPlaybook(raw: unknown): Playbook | PlaybookRefusal {
  const result = Playbook.safeParse(raw);
  const problems = placed([...shapeProblems(result.error, raw), ...referenceProblems(raw)]);
  if (result.success && problems.length === 0) return result.data;
  return refuse('playbook.invalid', { problems });
}
