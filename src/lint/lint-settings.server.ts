import { sql } from 'kysely';
import { compileLint, firingRules, lintDeal } from '#method/lint/lint.ts';
import { appliedRules, type CompanyLint, type RuleChange } from '#method/lint/company-lint.ts';
import { lintCatalogue } from '#method/lint/lint-catalogue.ts';
import { lintRuleText, parseLintRule } from '#method/lint/lint-text.ts';
import { askedFacts, conditionWords } from '#method/lint/condition-words.ts';
import { refuse, type Refusal } from '#shared/refusal.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import type { CommandContext, QueryContext } from '#platform/http/handlers.server.ts';
import { lintSubjectsOf } from '#deals/lint-subjects-store.server.ts';
import type { LintSettings, RuleTrial } from '#lint/lint.contract.ts';
import { relint } from '#lint/deal-lint-store.server.ts';
import { lintRulesOf } from '#lint/lint-rules-store.server.ts';

/** A rule is tried on as many open deals, the latest touched. */
const TRIED = 1000;
const EXAMPLES = 5;
/** As many open deals are judged again while whoever changed the rules waits. */
const FEW = 300;

export async function lintSettings({ db, actor }: Pick<QueryContext, 'db' | 'actor'>): Promise<LintSettings> {
  const { company, version } = await lintRulesOf(db, actor.tenantId);
  return {
    version,
    shipped: [...lintCatalogue],
    changed: company.changed,
    own: company.own.map((rule) => ({ rule, text: lintRuleText(rule) })),
    facts: askedFacts(),
  };
}

type Asked = { version: number; changed: { [rule: string]: RuleChange }; own: string[] };

/** The whole of the company's rules at once, under the version that the caller has read. */
export async function changeLint(context: CommandContext, asked: Asked): Promise<LintSettings | Refusal> {
  const { tx, actor, now, record } = context;
  const before = await lintRulesOf(tx, actor.tenantId);
  const decided = decideRules(asked);
  if ('refused' in decided) return decided;
  const { rows } = await sql<{ version: number }>`
    insert into lint_settings as s (tenant_id, settings, changed_at, changed_by)
    select ${actor.tenantId}::uuid, ${JSON.stringify(decided)}::jsonb, ${now}::timestamptz, ${actor.userId}::uuid
      where ${asked.version}::int = 0 or exists (select from lint_settings where tenant_id = ${actor.tenantId}::uuid)
    on conflict (tenant_id) do update set settings = excluded.settings, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by, version = s.version + 1 where s.version = ${asked.version}
    returning s.version`.execute(tx);
  if (rows.length === 0) return refuse('record.changed', { version: before.version });
  await relintFew(context, rows[0]!.version);
  await record({
    type: 'lint.changed',
    subject: { kind: 'company', id: actor.tenantId },
    data: { before: before.company, after: decided },
  });
  return lintSettings({ db: tx, actor });
}

/** A company of few deals sees at once what the rules find; of many, within minutes (`scheduleRelinting`). */
async function relintFew({ tx, actor, today }: CommandContext, version: number): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from deals where tenant_id = ${actor.tenantId}::uuid and state in ('open', 'won') and finished_on is null
    order by id limit ${FEW + 1}`.execute(tx);
  if (rows.length > FEW) return;
  await relint(
    tx,
    actor.tenantId,
    rows.map(({ id }) => id),
    today,
  );
  await tx
    .updateTable('lint_settings')
    .set({ judged_version: version })
    .where('tenant_id', '=', actor.tenantId)
    .execute();
}

/** Every text read and every id its own; what is wrong with the first faulty one. */
function decideRules({ changed, own: texts }: Asked): CompanyLint | Refusal {
  const own = [];
  const ids = new Set(lintCatalogue.map(({ id }) => id));
  for (const [at, text] of texts.entries()) {
    const read = parseLintRule(text);
    if ('problems' in read) return refuse('lintRule.invalid', { rule: at + 1, problems: read.problems });
    if (ids.has(read.rule.id)) return refuse('lintRule.taken', { id: read.rule.id });
    ids.add(read.rule.id);
    own.push(read.rule);
  }
  return { changed, own };
}

/** What a rule as written would find today among the open deals that the actor may see. Nothing is kept. */
export async function tryRule({ tx, actor, today }: CommandContext, { text }: { text: string }): Promise<RuleTrial> {
  const read = parseLintRule(text);
  if ('problems' in read) {
    const problems = read.problems.map(({ at, line, words }) => ({ at, line: line ?? null, words }));
    return { problems, asks: null, looked: 0, fires: 0, examples: [] };
  }
  const [rule] = appliedRules({ changed: {}, own: [read.rule] }).slice(-1);
  const { rows } = await sql<{ id: string; name: string }>`
    select d.id, d.name from deals d
    where d.tenant_id = ${actor.tenantId}::uuid and d.state in ('open', 'won') and d.finished_on is null
      and ${visibleTo(actor, 'd')}
    order by d.updated_at desc, d.id limit ${TRIED}`.execute(tx);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const subjects = await lintSubjectsOf(tx, actor.tenantId, [...names.keys()], today);
  const found = [...subjects].filter(
    ([, subject]) => firingRules(compileLint([rule!], subject.compiled), subject).length > 0,
  );
  return {
    problems: [],
    asks: conditionWords(rule!.condition),
    looked: subjects.size,
    fires: found.length,
    examples: found.slice(0, EXAMPLES).map(([id, subject]) => {
      const [finding] = lintDeal(compileLint([rule!], subject.compiled), subject);
      return { id, name: names.get(id)!, says: finding!.says };
    }),
  };
}
