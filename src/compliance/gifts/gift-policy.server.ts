import { sql } from 'kysely';
import type { Day } from '#shared/day.ts';
import type { Text } from '#shared/messages.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { companySetting } from '#platform/company-setting.server.ts';
import { defaultPolicy, GiftPolicy } from '#compliance/gifts/gift-policy.ts';
import type { PolicyView } from '#compliance/gifts/gifts.contract.ts';
import { compiledPlaybook } from '#playbooks/playbook-store.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import type { Actor } from '#permissions/actor.ts';

/** The limits. */
export const giftPolicy = companySetting({
  table: 'gift_policies',
  key: 'policy',
  event: 'gift.policyChanged',
  defaults: defaultPolicy,
  read: (kept) => GiftPolicy.parse(kept),
});

export async function policyView(db: ReadTx, tenantId: string): Promise<PolicyView> {
  const [kept, steps] = await Promise.all([giftPolicy.current(db, tenantId), buyerSteps(db, tenantId)]);
  return { ...kept, steps };
}

/** The buyer's steps of every playbook's newest version, each id once. */
async function buyerSteps(db: ReadTx, tenantId: string): Promise<PolicyView['steps']> {
  const { rows } = await sql<{ id: string; version: number }>`
    select id, max(version) as version from playbooks where tenant_id = ${tenantId}::uuid group by id order by id`.execute(
    db,
  );
  const steps = new Map<string, { id: string; name: Text; playbooks: Text[] }>();
  for (const { id, version } of rows) {
    const { playbook } = await compiledPlaybook(db, tenantId, id, version);
    for (const step of playbook.buyerStages) {
      const known = steps.get(step.id);
      if (known) known.playbooks.push(playbook.name);
      else steps.set(step.id, { id: step.id, name: step.name, playbooks: [playbook.name] });
    }
  }
  return [...steps.values()];
}

export type Freeze = { deal: string | null; step: Text | null };
type Standing = {
  name: string;
  seen: boolean;
  buyerStage: string | null;
  playbookId: string;
  playbookVersion: number;
  stageId: string;
  since: Day;
};

/**
 * The open deal of an account that stands at a tender on a day: by the buyer's step that was recorded, or by the steps that
 * its stage is played in. What happened before its stage began is not touched.
 */
export async function freezeOf(
  db: ReadTx,
  actor: Actor,
  accountId: string,
  on: Day,
  steps: readonly string[],
): Promise<Freeze | null> {
  if (steps.length === 0) return null;
  const { rows } = await sql<Standing>`
    select d.name, ${visibleTo(actor, 'd')} as seen, d.facts -> 'values' ->> 'buyer.stage' as "buyerStage", d.playbook_id as "playbookId",
      d.playbook_version as "playbookVersion", d.stage_id as "stageId",
      (d.stage_since at time zone ${actor.timeZone})::date as since
    from deals d
    where d.tenant_id = ${actor.tenantId}::uuid and d.account_id = ${accountId}::uuid and d.state = 'open'
    order by d.id`.execute(db);
  const found: Freeze[] = [];
  for (const deal of rows.filter(({ since }) => since <= on)) {
    const { playbook, stageById } = await compiledPlaybook(db, actor.tenantId, deal.playbookId, deal.playbookVersion);
    const stage = stageById.get(deal.stageId)?.stage;
    const at = [...(stage?.buyerStages ?? []), ...(deal.buyerStage ? [deal.buyerStage] : [])];
    const step = at.find((id) => steps.includes(id));
    const name = playbook.buyerStages.find(({ id }) => id === step)?.name ?? null;
    // The one that she may see explains more.
    if (step && deal.seen) return { deal: deal.name, step: name };
    if (step) found.push({ deal: null, step: name });
  }
  return found[0] ?? null;
}
