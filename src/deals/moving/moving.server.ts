import { can } from '#permissions/actor.ts';
import { parsePlaybook } from '#method/playbook-text.ts';
import type { MappingChoices } from '#method/playbook-mapping.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import { isRefusal, refuse } from '#shared/refusal.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { serve, type QueryContext } from '#platform/http/handlers.server.ts';
import { found, Refused } from '#platform/http/refused.server.ts';
import { compiledPlaybook } from '#playbooks/playbook-store.server.ts';
import { asTold } from '#chain/chain-access.ts';
import { loadDeal } from '#deals/deal-store.server.ts';
import { carryOut } from '#deals/moving/carry-out.server.ts';
import { foresee } from '#deals/moving/deal-move.ts';
import { type ForeseenDeal, foreseenDeal, summedUp } from '#deals/moving/foresight.ts';
import { asDraft, openDealsOf, waysTo } from '#deals/moving/moving-deals.server.ts';
import { movingContract } from '#deals/moving/moving.contract.ts';

/** As many rows as a screen can show and a person can choose from; the rest is counted, and comes after these. */
const MOST_PREVIEWED = 5_000;
/** Affected deals of a simulation that are listed. */
const MOST_SIMULATED = 1_000;

export const movingHandlers = serve(movingContract, {
  preview: async (context, { id, from, to, choices }) => {
    const after = await compiledPlaybook(context.db, context.actor.tenantId, id, to);
    const versions = from.filter((version) => version !== to);
    return foresight(context, { id, versions, after, choices, most: MOST_PREVIEWED });
  },

  carryOut: async (context, { id, to, rows, choices }) => {
    const { tx, actor } = context;
    if (!can(actor, 'deal.migrate')) return refuse('permission.missing', { permission: 'deal.migrate' });
    const after = await compiledPlaybook(tx, actor.tenantId, id, to);
    return carryOut(context, rows, waysTo(tx, actor.tenantId, after, choices), id);
  },

  simulate: async (context, { id, source }) => {
    await mustBePlaybook(context.db, context.actor.tenantId, id);
    const draft = parsePlaybook(source);
    if (isRefusal(draft)) return draft;
    return foresight(context, { id, versions: null, after: asDraft(draft), most: MOST_SIMULATED, only: 'affected' });
  },

  changeMethod: async (context, { id, version, playbookId, playbookVersion, choices }) => {
    const { tx, actor } = context;
    const { deal } = await loadDeal(tx, actor, id, { lock: true });
    if (deal.version !== version) return refuse('record.changed', { version: deal.version });
    if (deal.state !== 'open') return refuse('deal.notOpen', { state: deal.state });
    if (deal.playbookId === playbookId && deal.playbookVersion === playbookVersion) return refuse('method.same');
    const after = await compiledPlaybook(tx, actor.tenantId, playbookId, playbookVersion).catch((error: unknown) => {
      throw error instanceof Refused ? new Refused(refuse('playbook.unknown')) : error;
    });
    await carryOut(context, [{ id, version }], waysTo(tx, actor.tenantId, after, choices));
    const { deal: moved } = await loadDeal(tx, actor, id);
    return asTold(actor, moved);
  },
});

type Asked = {
  id: string;
  versions: readonly number[] | null;
  after: CompiledPlaybook;
  choices?: MappingChoices | undefined;
  most: number;
  only?: 'affected';
};

/** What a move of open deals would do, a batch after the other: no query for each. */
async function foresight({ db, actor, now, today }: QueryContext, { id, versions, after, choices, most, only }: Asked) {
  const ways = waysTo(db, actor.tenantId, after, choices);
  const all: ForeseenDeal[] = [];
  for await (const batch of openDealsOf(db, actor, id, versions)) {
    for (const deal of batch) {
      const { before, mapping } = await ways.from(deal);
      const seen = foresee(deal, deal, before, after, mapping, { now, today });
      all.push(foreseenDeal(deal, seen, before, after));
    }
  }
  const methods = (await ways.made()).map(({ before }) => before);
  return summedUp(all, methods, after, { most, ...(only && { only }) });
}

async function mustBePlaybook(db: ReadTx, tenantId: string, id: string): Promise<void> {
  const row = await db
    .selectFrom('playbooks')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .limit(1)
    .executeTakeFirst();
  found(row);
}
