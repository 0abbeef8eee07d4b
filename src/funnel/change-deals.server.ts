import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '#permissions/actor.ts';
import { entryOf, exitOf, type BarKey } from '#funnel/bridge.ts';
import { changedDeals } from '#funnel/changes.server.ts';
import { asCounted } from '#funnel/counted-deals.server.ts';
import type { ChangeDealsQuery, PipelineDealsQuery } from '#funnel/funnel.contract.ts';
import { reachable } from '#funnel/funnel-where.server.ts';
import { isIn, stoodOn } from '#funnel/pipeline.server.ts';

/** The deals of a pipeline as it stood at the end of a day. */
export function dealsOn(
  actor: Actor,
  asked: z.infer<typeof PipelineDealsQuery>,
  currency?: string,
): RawBuilder<unknown> {
  const { stageId, stoodBy, key } = asked;
  const owner = stoodBy && sql.ref(stoodBy === 'owner' ? 's.owner_id' : 's.team_id');
  return sql`
    select ${asCounted} from deal_states s
    where ${reachable(actor, asked)} and ${stoodOn(asked.on, actor)} and ${isIn(actor, asked)}
      ${stageId ? sql`and s.stage_id = ${stageId}` : sql``}
      ${currency ? sql`and s.currency = ${currency}` : sql``}
      ${owner ? sql`and ${owner}::text is not distinct from ${key ?? null}::text` : sql``}`;
}

const oneOf = (side: string, all: readonly string[]) => sql`${sql.ref(side)} = any(${[...all]}::text[])`;
const sidesOf = <S extends string>(map: { readonly [side in S]: BarKey }, bar: BarKey) =>
  (Object.keys(map) as S[]).filter((side) => map[side] === bar);

/** The deals of one bar of a bridge (the twin of `bridgeOf`), or of what moved beside it. */
export function dealsOfChange(
  actor: Actor,
  { bar, currency, ...asked }: z.infer<typeof ChangeDealsQuery>,
): RawBuilder<unknown> {
  if (bar === 'opening' || bar === 'closing')
    return dealsOn(actor, { ...asked, on: bar === 'opening' ? asked.from : asked.to }, currency);
  const wasIn = sql`(before = 'in' and (${currency ?? null}::text is null or currency_before = ${currency ?? null}))`;
  const here = sql`(${currency ?? null}::text is null or currency = ${currency ?? null})`;
  const isNow = sql`(after = 'in' and ${here})`;
  const passedBy = sql`(not ${wasIn} and not ${isNow} and was_in and ${here})`;
  const gain = sql`(coalesce(amount, 0) - coalesce(amount_before, 0))`;
  const both = sql`before = 'in' and after = 'in' and playbook_before = playbook_id`;
  const where = ((): RawBuilder<unknown> => {
    switch (bar) {
      case 'moved':
        return sql`${both} and stage_before = ${asked.stageFrom ?? ''} and stage_id = ${asked.stageTo ?? ''}`;
      case 'postponed':
        return sql`${both} and close_on > close_before`;
      case 'broughtForward':
        return sql`${both} and close_on < close_before`;
      case 'grew':
        return sql`${wasIn} and currency_before = currency and ${gain} > 0`;
      case 'shrank':
        return sql`${wasIn} and currency_before = currency and ${gain} < 0`;
      case 'new':
      case 'reopened':
      case 'pulledIn':
      case 'handedIn': {
        const before = [...sidesOf(entryOf, bar), ...(bar === 'handedIn' ? ['in'] : [])];
        return sql`((${isNow} and not ${wasIn}) or ${passedBy}) and ${oneOf('before', before)}`;
      }
      default: {
        const after = [...sidesOf(exitOf, bar), ...(bar === 'handedOut' ? ['in'] : [])];
        return sql`((${wasIn} and not ${isNow}) or ${passedBy}) and ${oneOf('after', after)}`;
      }
    }
  })();
  return sql`
    select deal_id, state, stage_id, amount, currency, close_on, owner_id, state_before, stage_before, amount_before, close_before
    from (${changedDeals(actor, asked)}) changed where ${where}`;
}
