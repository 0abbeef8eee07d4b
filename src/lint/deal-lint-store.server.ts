import { sql } from 'kysely';
import { lintDeal, waivedApart, type Finding } from '#method/lint/lint.ts';
import type { Day } from '#shared/day.ts';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import { lintSubjectsOf } from '#deals/lint-subjects-store.server.ts';
import { keptLints } from '#lint/kept-lints.ts';
import { lintRulesOf, waiversOf, type RunningWaiver } from '#lint/lint-rules-store.server.ts';

export type DealLint = {
  /** worst first */
  standing: Finding[];
  waived: (Finding & { waiver: RunningWaiver })[];
};

/**
 * The selling mistakes of deals as of today, by deal; those that rest or are over are absent. As many statements for
 * one deal as for many. Visibility is the caller's: ask it about deals that the actor may see.
 */
export async function lintsOf(
  db: ReadTx,
  tenantId: string,
  dealIds: readonly string[],
  today: Day,
): Promise<Map<string, DealLint>> {
  const [rules, waivers, subjects] = await Promise.all([
    lintRulesOf(db, tenantId),
    waiversOf(db, tenantId, dealIds, today),
    lintSubjectsOf(db, tenantId, dealIds, today),
  ]);
  return new Map(
    [...subjects].map(([id, subject]) => {
      const running = waivers.get(id) ?? [];
      const { standing, waived } = waivedApart(lintDeal(rules.of(subject.compiled), subject), running, today);
      const by = (rule: string) => running.find((waiver) => waiver.rule === rule)!;
      return [id, { standing, waived: waived.map((finding) => ({ ...finding, waiver: by(finding.rule) })) }];
    }),
  );
}

/** The same of one deal; nothing is found in one that rests or is over. */
export async function lintOf(db: ReadTx, tenantId: string, dealId: string, today: Day): Promise<DealLint> {
  return (await lintsOf(db, tenantId, [dealId], today)).get(dealId) ?? { standing: [], waived: [] };
}

/** Judges deals again after something beside them has changed (a task, a waiver), and keeps what fires for lists. */
export async function relint(tx: Tx, tenantId: string, dealIds: readonly string[], today: Day): Promise<void> {
  // Locked first: who comes next judges what this one has left.
  await sql`select from deals where tenant_id = ${tenantId} and id = any(${[...dealIds]}::uuid[])
    order by id for no key update`.execute(tx);
  const lints = await lintsOf(tx, tenantId, dealIds, today);
  const rows = dealIds.map((id) => ({ id, ...keptLints(lints.get(id)?.standing ?? []) }));
  await sql`
    update deals d set lints = string_to_array(judged.lints, ' '), lint_serious = judged.serious
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ lints: all }) => all.join(' '))}::text[],
      ${rows.map(({ lintSerious }) => lintSerious)}::int[]) as judged (id, lints, serious)
    where d.tenant_id = ${tenantId} and d.id = judged.id
      and (d.lints <> string_to_array(judged.lints, ' ') or d.lint_serious <> judged.serious)`.execute(tx);
}
