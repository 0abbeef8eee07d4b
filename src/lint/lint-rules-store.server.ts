import { sql, type RawBuilder } from 'kysely';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import { appliedRules, CompanyLint, shippedLint, type AppliedRule } from '#method/lint/company-lint.ts';
import { compileLint, type CompiledLint, type Waiver } from '#method/lint/lint.ts';
import type { Day } from '#shared/day.ts';
import type { ReadTx } from '#platform/database/database.server.ts';

/** The rules in force in a company; `of` gives them ready for a playbook. Version 0: as shipped. */
export type LintRules = {
  readonly version: number;
  readonly company: CompanyLint;
  readonly rules: readonly AppliedRule[];
  of(this: void, compiled: CompiledPlaybook): CompiledLint;
};

// What was compiled for a version of the settings serves until there is another.
const known = new Map<string, LintRules>();

/** One short statement; what is compiled is kept. */
export async function lintRulesOf(db: ReadTx, tenantId: string): Promise<LintRules> {
  const { rows } = await sql<{ kept: KeptRules | null }>`select ${keptRules(tenantId)} as kept`.execute(db);
  return lintRulesFrom(tenantId, rows[0]?.kept);
}

export type KeptRules = { settings: unknown; version: number };

/** A company's settings as one value; null: as shipped. */
export function keptRules(tenantId: string): RawBuilder<KeptRules | null> {
  return sql`(select jsonb_build_object('settings', l.settings, 'version', l.version) from lint_settings l
    where l.tenant_id = ${tenantId}::uuid)`;
}

/** What was kept, ready for use. */
export function lintRulesFrom(tenantId: string, row: KeptRules | null | undefined): LintRules {
  const version = row?.version ?? 0;
  const kept = known.get(tenantId);
  if (kept?.version === version) return kept;
  const rules = lintRules(readLint(row?.settings), version);
  known.set(tenantId, rules);
  return rules;
}

export function lintRules(company: CompanyLint, version: number): LintRules {
  const rules = appliedRules(company);
  const compiled = new WeakMap<CompiledPlaybook, CompiledLint>();
  return {
    version,
    company,
    rules,
    of: (playbook) => {
      let lint = compiled.get(playbook);
      if (!lint) compiled.set(playbook, (lint = compileLint(rules, playbook)));
      return lint;
    },
  };
}

/** Settings as they were kept: a rule that a later release no longer understands is left out, the others stand. */
function readLint(kept: unknown): CompanyLint {
  if (typeof kept !== 'object' || kept === null) return shippedLint;
  const { changed, own } = kept as { changed?: unknown; own?: unknown };
  const understood = Array.isArray(own) ? own.filter((rule) => CompanyLint.shape.own.safeParse([rule]).success) : [];
  const whole = CompanyLint.safeParse({ changed, own: understood });
  return whole.success ? whole.data : shippedLint;
}

/** The waivers of deals that run on this day, by deal. */
export async function waiversOf(
  db: ReadTx,
  tenantId: string,
  dealIds: readonly string[],
  today: Day,
): Promise<Map<string, RunningWaiver[]>> {
  const { rows } = await sql<RunningWaiver & { dealId: string }>`
    select w.deal_id as "dealId", w.id, w.rule_id as rule, w.until_on as until, w.reason, w.waived_at as "waivedAt",
      u.name as "waivedByName"
    from lint_waivers w join users u on u.tenant_id = w.tenant_id and u.id = w.waived_by
    where w.deal_id = any(${[...dealIds]}::uuid[]) and ${running(tenantId, today)}
    order by w.id desc`.execute(db);
  return Map.groupBy(rows, ({ dealId }) => dealId);
}

/** Of lint_waivers aliased `w`. */
const running = (tenantId: string, today: Day) =>
  sql<boolean>`w.tenant_id = ${tenantId}::uuid and w.ended_at is null and w.until_on >= ${today}::date`;

/** The waivers of one deal that run on this day as one value. @param dealId as in sql.ref('d.id') */
export function runningWaivers(tenantId: string, dealId: RawBuilder<unknown>, today: Day): RawBuilder<Waiver[]> {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('rule', w.rule_id, 'until', w.until_on) order by w.id desc), '[]')
    from lint_waivers w where w.deal_id = ${dealId} and ${running(tenantId, today)})`;
}

export type RunningWaiver = Waiver & { id: string; reason: string; waivedAt: string; waivedByName: string };
