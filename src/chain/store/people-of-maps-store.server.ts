import { sql } from 'kysely';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import type { ChainChange } from '#chain/chain-history.ts';
import { replay } from '#chain/chain-history.ts';
import type { Items } from '#chain/chain-items.ts';
import { toldChanges } from '#chain/chain-happened.ts';
import { mergedAccounts, mergedPerson, rewritten, withoutPerson, type Write } from '#chain/rewritten.ts';
import { appendChanges, changesOf, type MapOf } from '#chain/store/chain-maps-store.server.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now' | 'record'>;
/** Whose people have changed: their facts are to follow (`settlePeople` of deals). */
export type Concerned = { readonly dealIds: readonly string[]; readonly accountIds: readonly string[] };
type Held = MapOf & { readonly name: string; readonly accountId: string | null };

/** Wherever the one contact stands on a map, the other does; also where the actor does not see it: nothing is lost. */
export async function mergeOnMaps(context: Context, from: string, to: string): Promise<Concerned> {
  return rewrite(context, await mapsWith(context, from), (items) => mergedPerson(items, from, to));
}

/**
 * Takes a person off every map, with a change that says so, and takes the words about the person out of the history; that
 * somebody stood there once, and when, is kept. What the person told us and where signs were seen goes, too.
 */
export async function eraseFromMaps(context: Context, contactId: string): Promise<Concerned> {
  const { tx, actor } = context;
  const held = await mapsWith(context, contactId);
  await sql`
    update chain_changes c set reason = null, fields = (
      select coalesce(jsonb_object_agg(f.key, case when f.key in ('kind', 'from', 'to', 'sign', 'strength', 'leftOut') then f.value
        else (select coalesce(jsonb_object_agg(side, null::text), '{}') from jsonb_object_keys(f.value) side) end), '{}')
      from jsonb_each(c.fields) f)
    where c.tenant_id = ${actor.tenantId}::uuid and (c.item_id = ${contactId}::uuid or c.item_id in (
      select e.item_id from chain_changes e where e.tenant_id = ${actor.tenantId}::uuid and e.item = 'edge'
        and e.map_id = c.map_id and (e.fields #>> '{from,after}' = ${contactId} or e.fields #>> '{to,after}' = ${contactId})))`.execute(
    tx,
  );
  const mine = { tenant_id: actor.tenantId, contact_id: contactId };
  const signs = await tx
    .deleteFrom('chain_signs')
    .where('tenant_id', '=', mine.tenant_id)
    .where('contact_id', '=', mine.contact_id)
    .returning('deal_id')
    .execute();
  await tx
    .deleteFrom('chain_tellings')
    .where('tenant_id', '=', mine.tenant_id)
    .where('contact_id', '=', mine.contact_id)
    .execute();
  const concerned = await rewrite(context, held, (items) => withoutPerson(items, contactId));
  return { ...concerned, dealIds: [...concerned.dealIds, ...signs.map(({ deal_id }) => deal_id)] };
}

/** The map of an account that was merged into another adds to that one's; it stays behind as it was. */
export async function mergeAccountMaps(
  context: Context,
  from: string,
  to: { id: string; name: string },
): Promise<void> {
  const maps = await changesOf(context.tx, context.actor.tenantId, [from]);
  const gone = replay(maps.get(from) ?? []).items;
  const held = { kind: 'account' as const, id: to.id, name: to.name, accountId: to.id };
  if (gone.size > 0) await rewrite(context, [held], (items) => mergedAccounts(items, gone));
}

/** The maps on which a contact stands or once stood, or at which a line of the deal's own leads there; their rows held. */
async function mapsWith({ tx, actor }: Context, contactId: string): Promise<Held[]> {
  const tenant = sql`${actor.tenantId}::uuid`;
  const maps = (
    kind: string,
  ) => sql`(select m.map_id from chain_changes m where m.tenant_id = ${tenant} and m.map_kind = ${kind}
    and (m.item_id = ${contactId}::uuid or m.item = 'edge' and (m.fields #>> '{from,after}' = ${contactId}
      or m.fields #>> '{to,after}' = ${contactId})))`;
  const { rows: accounts } = await sql<Held>`
    select 'account' as kind, a.id, a.name, a.id as "accountId" from accounts a
    where a.tenant_id = ${tenant} and a.id in ${maps('account')} order by a.id for no key update`.execute(tx);
  const { rows: deals } = await sql<Held>`
    select 'deal' as kind, d.id, d.name, d.account_id as "accountId" from deals d
    where d.tenant_id = ${tenant} and d.id in ${maps('deal')} order by d.id for no key update`.execute(tx);
  return [...accounts, ...deals];
}

async function rewrite(
  { tx, actor, now, record }: Context,
  held: readonly Held[],
  writesOf: (items: Items) => readonly Write[],
): Promise<Concerned> {
  const maps = await changesOf(
    tx,
    actor.tenantId,
    held.map(({ id }) => id),
  );
  const changed = held.flatMap((map): { map: Held; rows: ChainChange[] }[] => {
    const known = maps.get(map.id) ?? [];
    const standing = replay(known);
    const last = known.at(-1)?.at;
    const at = last && last > now ? last : now;
    const rows = rewritten(standing, writesOf(standing.items), { at, by: actor.userId });
    return rows.length > 0 ? [{ map, rows }] : [];
  });
  await appendChanges(
    tx,
    actor.tenantId,
    changed.flatMap(({ map, rows }) => rows.map((change) => ({ map, change }))),
  );
  await record.all(
    changed.map(({ map: { kind, id, name, accountId }, rows }) => ({
      type: `${kind}.chainChanged` as const,
      subject: { kind, id },
      accountId,
      data: { name, ...toldChanges(rows) },
    })),
  );
  const ids = (kind: Held['kind']) => changed.flatMap(({ map }) => (map.kind === kind ? [map.id] : []));
  return { dealIds: ids('deal'), accountIds: ids('account') };
}
