import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import { visibleTo } from '#platform/database/visible.server.ts';

/** The deal review that gave a row of `tasks`. Whoever sees the deal sees the reviews that it was in; others: null. */
export function reviewOfTask(actor: Actor): RawBuilder<string | null> {
  return sql<string | null>`(select i.review_id from review_acts given
    join review_items i on i.tenant_id = given.tenant_id and i.id = given.item_id
    join deals reviewed on reviewed.tenant_id = i.tenant_id and reviewed.id = i.deal_id
    where given.tenant_id = tasks.tenant_id and given.task_id = tasks.id and ${visibleTo(actor, 'reviewed')})`;
}
