import type { Situation } from '#method/check.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import { firingRules, waivedApart, type Waiver } from '#method/lint/lint.ts';
import { keptLints, type KeptLints } from '#lint/kept-lints.ts';
import { lintRulesOf, waiversOf, type LintRules } from '#lint/lint-rules-store.server.ts';
import type { Day } from '#shared/day.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { lintSubject, noCourse, type Course } from '#deals/deal-lint.ts';
import { coursesOf } from '#deals/lint-subjects-store.server.ts';

/** What a command needs to judge the lint of the deal that it changes. */
export type Linting = { rules: LintRules; course: Course; waivers: readonly Waiver[] };

export async function lintingOf(db: ReadTx, tenantId: string, id: string, today: Day): Promise<Linting> {
  const [rules, courses, waivers] = await Promise.all([
    lintRulesOf(db, tenantId),
    coursesOf(db, tenantId, [id]),
    waiversOf(db, tenantId, [id], today),
  ]);
  return { rules, course: courses.get(id) ?? noCourse, waivers: waivers.get(id) ?? [] };
}

/** What the deal's row keeps of its lint. */
export function lintsAfter(
  deal: Parameters<typeof lintSubject>[0],
  compiled: CompiledPlaybook,
  situation: Situation,
  { rules, course, waivers }: Linting,
): KeptLints {
  const subject = lintSubject(deal, compiled, situation, course);
  if (!subject) return keptLints([]);
  const firing = firingRules(rules.of(compiled), subject).map(({ id, severity }) => ({ rule: id, severity }));
  return keptLints(waivedApart(firing, waivers, situation.today).standing);
}
