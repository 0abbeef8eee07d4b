import { sql } from 'kysely';
import type { Situation } from '#method/check.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import { firingRules, waivedApart, type Waiver } from '#method/lint/lint.ts';
import { keptLints, type KeptLints } from '#lint/kept-lints.ts';
import {
  keptRules,
  lintRulesFrom,
  runningWaivers,
  type KeptRules,
  type LintRules,
} from '#lint/lint-rules-store.server.ts';
import type { Day } from '#shared/day.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { lintSubject, type Course } from '#deals/deal-lint.ts';
import { courseColumns, toCourse, type CourseRow } from '#deals/lint-subjects-store.server.ts';

/** What a command needs to judge the lint of the deal that it changes. */
export type Linting = { rules: LintRules; course: Course; waivers: readonly Waiver[] };

type LintingRow = CourseRow & { waivers: Waiver[]; kept: KeptRules | null };

/** What it needs of many, by deal; one statement, in which the company's rules come once. */
export async function lintingsOf(
  db: ReadTx,
  tenantId: string,
  ids: readonly string[],
  today: Day,
): Promise<Map<string, Linting>> {
  const { rows } = await sql<LintingRow>`
    select ${courseColumns(tenantId)}, ${runningWaivers(tenantId, sql.ref('chosen.id'), today)} as waivers,
      case when chosen.place = 1 then ${keptRules(tenantId)} end as kept
    from (select id, place, null::timestamptz as until
      from unnest(${[...ids]}::uuid[]) with ordinality as given (id, place)) chosen`.execute(db);
  const rules = lintRulesFrom(tenantId, rows.find(({ kept }) => kept)?.kept);
  return new Map(rows.map((row) => [row.id, { rules, course: toCourse(row), waivers: row.waivers }]));
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
