import { sql } from 'kysely';
import type { EvidenceRecord } from '#method/evidence.ts';
import type { CloseMove, LintSubject } from '#method/lint/lint-subject.ts';
import { dayOf, type Day, type Instant } from '#shared/day.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { compiledPlaybook } from '#playbooks/playbook-store.server.ts';
import type { Deal } from '#deals/deal.ts';
import { lintSubject, noCourse, type Course } from '#deals/deal-lint.ts';
import { situationOf } from '#deals/deal-situation.ts';
import { evidenceRecordsOf } from '#deals/evidence.server.ts';

type Task = { id: string; title: string; dueOn: Day | null; doneAt: Instant | null };
export type CourseRow = { id: string; tasks: Task[]; moves: { at: Instant; from: Day | null; to: Day | null }[] };

/** Of each row of `chosen` (id of a deal, until): its tasks and how its close day moved, for `toCourse`. */
export const courseColumns = (tenantId: string) => sql`
  chosen.id,
  (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title, 'dueOn', t.due_on,
        'doneAt', case when chosen.until is null or t.done_at <= chosen.until then t.done_at end)
      order by t.id), '[]')
    from tasks t where t.tenant_id = ${tenantId}::uuid and t.subject_id = chosen.id
      and (chosen.until is null or t.created_at <= chosen.until)) as tasks,
  (select coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'from', e.data #> '{before,closeOn}',
      'to', e.data #> '{after,closeOn}') order by e.id), '[]')
    from events e where e.tenant_id = ${tenantId}::uuid and e.subject_id = chosen.id and e.type like 'deal.%'
      and e.data #> '{before,closeOn}' is not null and (chosen.until is null or e.at <= chosen.until)) as moves`;

/**
 * The tasks of deals and how their close days moved; one statement for all.
 *
 * @param untils for each deal, as it was at this moment; a task's title and day are those of today
 */
export async function coursesOf(
  db: ReadTx,
  tenantId: string,
  ids: readonly string[],
  untils?: readonly Instant[],
): Promise<Map<string, Course>> {
  const until = untils ?? ids.map(() => null);
  const { rows } = await sql<CourseRow>`select ${courseColumns(tenantId)}
    from unnest(${[...ids]}::uuid[], ${[...until]}::timestamptz[]) as chosen (id, until)`.execute(db);
  return new Map(rows.map((row) => [row.id, toCourse(row)]));
}

export function toCourse({ tasks, moves }: CourseRow): Course {
  return {
    steps: tasks.map(({ id, title, dueOn, doneAt }) => ({ id, title, dueOn, doneOn: doneAt && dayOf(doneAt) })),
    closeMoves: moves.map(({ at, from, to }): CloseMove => ({ on: dayOf(at), from, to })),
  };
}

export type JudgedRow = Pick<
  Deal,
  | 'id'
  | 'amount'
  | 'grade'
  | 'origin'
  | 'facts'
  | 'acceptances'
  | 'playbookId'
  | 'playbookVersion'
  | 'formerMethods'
  | 'stageId'
  | 'state'
  | 'stageSince'
  | 'closeOn'
  | 'overrides'
  | 'createdAt'
  | 'finishedOn'
> & { productLines: number };

/** What judging needs of the deals table aliased `d`. */
export const judgedColumns = sql`
  d.id, d.amount, d.grade, d.origin, d.facts, d.acceptances, d.playbook_id as "playbookId", d.playbook_version as "playbookVersion",
  d.former_methods as "formerMethods",
  d.stage_id as "stageId", d.state, d.stage_since as "stageSince", d.close_on as "closeOn", d.overrides,
  d.created_at as "createdAt", d.finished_on as "finishedOn",
  (select count(distinct p.line) from deal_lines l join products p on p.tenant_id = l.tenant_id and p.id = l.product_id
    where l.tenant_id = d.tenant_id and l.deal_id = d.id)::int as "productLines"`;

/** Deals as the lint rules see them today, by id; those that rest or are over are absent. Visibility is the caller's. */
export async function lintSubjectsOf(
  db: ReadTx,
  tenantId: string,
  ids: readonly string[],
  today: Day,
): Promise<Map<string, LintSubject>> {
  const [{ rows }, evidence, courses] = await Promise.all([
    sql<JudgedRow>`select ${judgedColumns} from deals d
      where d.tenant_id = ${tenantId} and d.id = any(${[...ids]}::uuid[])`.execute(db),
    evidenceRecordsOf(db, tenantId, ids),
    coursesOf(db, tenantId, ids),
  ]);
  const subjects = await Promise.all(rows.map((row) => subjectOf(db, tenantId, row, { evidence, courses, today })));
  return new Map(subjects.flatMap((subject, at) => (subject ? [[rows[at]!.id, subject]] : [])));
}

type Around = { evidence: Map<string, EvidenceRecord[]>; courses: Map<string, Course>; today: Day };

async function subjectOf(
  db: ReadTx,
  tenantId: string,
  row: JudgedRow,
  { evidence, courses, today }: Around,
): Promise<LintSubject | null> {
  const compiled = await compiledPlaybook(db, tenantId, row.playbookId, row.playbookVersion);
  const situation = situationOf(row, row.productLines, evidence.get(row.id) ?? [], today);
  return lintSubject(row, compiled, situation, courses.get(row.id) ?? noCourse);
}
