import { studyLosses } from '#method/lint/loss-study.ts';
import type { QueryContext } from '#platform/http/handlers.server.ts';
import { closedDeals } from '#deals/closed-deals-store.server.ts';
import type { LossStudy } from '#lint/lint.contract.ts';
import { lintRulesOf } from '#lint/lint-rules-store.server.ts';

/** Which lapses foretold a loss, over the closed deals that the actor may see and by the rules in force today. */
export async function losses({ db, actor }: QueryContext, { daysBefore }: { daysBefore: number }): Promise<LossStudy> {
  const [rules, { closed, deals }] = await Promise.all([
    lintRulesOf(db, actor.tenantId),
    closedDeals(db, actor, daysBefore),
  ]);
  const { rows, hidden } = studyLosses(deals, rules.of);
  const playbooks = new Map(deals.map(({ subject }) => [subject.compiled.playbook.id, subject.compiled.playbook.name]));
  return {
    daysBefore,
    closed,
    judged: deals.length,
    lost: deals.filter(({ won }) => !won).length,
    hidden,
    rows: rows.map(({ omen, lift }) => ({
      kind: omen.kind,
      id: omen.id,
      name: omen.name,
      playbook: omen.kind === 'check' ? (playbooks.get(omen.playbook) ?? null) : null,
      mandatory: omen.kind === 'check' && omen.mandatory,
      ...lift,
    })),
  };
}
