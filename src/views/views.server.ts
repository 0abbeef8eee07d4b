import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { changes } from '#platform/events/event.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { found } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { refuse } from '#shared/refusal.ts';
import { fitsBeside, MOST_VIEWS, type View, type ViewList } from '#views/view.ts';
import { viewsContract } from '#views/views.contract.ts';

export const viewHandlers = serve(viewsContract, {
  list: ({ actor, db }, { list }) => viewsOf(db, actor, list),

  create: async ({ actor, tx, record, now }, { list, name, search, shared }) => {
    const others = (await viewsOf(tx, actor, list)).filter(({ mine }) => mine);
    const fault = fitsBeside(name, others);
    if (fault === 'nameTaken') return refuse('view.nameTaken', { name });
    if (fault === 'tooMany') return refuse('view.tooMany', { most: MOST_VIEWS });
    const id = newId();
    await tx
      .insertInto('saved_views')
      .values({
        tenant_id: actor.tenantId,
        id,
        user_id: actor.userId,
        list,
        name,
        query: toQuery(search),
        shared,
        created_at: now,
      })
      .execute();
    await record({
      type: 'view.created',
      subject: { kind: 'view', id },
      data: { name, after: { list, search, shared } },
    });
    return oneView(tx, actor, id);
  },

  update: async ({ actor, tx, record }, { id, ...fields }) => {
    const before = await ownView(tx, actor, id);
    const changed = changes<Partial<View>>(before, fields);
    if (!changed) return before;
    const others = (await viewsOf(tx, actor, before.list)).filter((view) => view.mine && view.id !== id);
    const name = fields.name ?? before.name;
    if (fitsBeside(name, others) === 'nameTaken') return refuse('view.nameTaken', { name });
    const { search, shared = before.shared } = fields;
    await tx
      .updateTable('saved_views')
      .set({ name, shared, ...(search && { query: toQuery(search) }) })
      .where('tenant_id', '=', actor.tenantId)
      .where('id', '=', id)
      .execute();
    await record({ type: 'view.changed', subject: { kind: 'view', id }, data: { name, ...changed } });
    return oneView(tx, actor, id);
  },

  remove: async ({ actor, tx, record }, { id }) => {
    const { name } = await ownView(tx, actor, id);
    await tx.deleteFrom('saved_views').where('tenant_id', '=', actor.tenantId).where('id', '=', id).execute();
    await record({ type: 'view.removed', subject: { kind: 'view', id }, data: { name } });
    return { id };
  },

  setDefault: async ({ actor, tx }, { list, id }) => {
    const mine = { tenant_id: actor.tenantId, user_id: actor.userId, list };
    if (id === null) {
      await tx
        .deleteFrom('default_views')
        .where('tenant_id', '=', mine.tenant_id)
        .where('user_id', '=', mine.user_id)
        .where('list', '=', list)
        .execute();
      return { list, id };
    }
    found((await viewsOf(tx, actor, list)).find((view) => view.id === id));
    await tx
      .insertInto('default_views')
      .values({ ...mine, view_id: id })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'user_id', 'list']).doUpdateSet({ view_id: id }))
      .execute();
    return { list, id };
  },
});

/** Mine first, then what colleagues share. */
async function viewsOf(db: ReadTx, actor: Actor, list: ViewList | null, id: string | null = null): Promise<View[]> {
  const { rows } = await sql<Omit<View, 'search'> & { query: string }>`
    select v.id, v.list, v.name, v.query, v.shared, v.user_id = ${actor.userId}::uuid as mine, u.name as "ownerName",
      d.view_id is not null as "isDefault"
    from saved_views v
    join users u on u.tenant_id = v.tenant_id and u.id = v.user_id
    left join default_views d on d.tenant_id = v.tenant_id and d.view_id = v.id and d.user_id = ${actor.userId}::uuid
    where v.tenant_id = ${actor.tenantId}::uuid and (v.user_id = ${actor.userId}::uuid or v.shared)
      and (${list}::text is null or v.list = ${list}) and (${id}::uuid is null or v.id = ${id}::uuid)
    order by v.user_id <> ${actor.userId}::uuid, v.created_at, v.id`.execute(db);
  return rows.map(({ query, ...view }) => ({ ...view, search: Object.fromEntries(new URLSearchParams(query)) }));
}

async function oneView(db: ReadTx, actor: Actor, id: string): Promise<View> {
  return found((await viewsOf(db, actor, null, id))[0]);
}

/** A colleague's view is hers: to others it is not there to be changed. */
async function ownView(db: ReadTx, actor: Actor, id: string): Promise<View> {
  return found((await viewsOf(db, actor, null, id)).find(({ mine }) => mine));
}

function toQuery(search: Record<string, string>): string {
  return new URLSearchParams(search).toString();
}
