import { sql } from 'kysely';
import { contactVisibleTo } from '#platform/database/subject.server.ts';
import type { Tx } from '#platform/database/database.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide, Refused } from '#platform/http/refused.server.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { settlePeople } from '#deals/deal-people-store.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import type { Actor } from '#permissions/actor.ts';
import type { Instant } from '#shared/day.ts';
import { refuse, type Refusal } from '#shared/refusal.ts';
import { writtenIn } from '#chain/chain-access.ts';
import type { ChainView } from '#chain/chain.contract.ts';
import { type ChainChange, replay } from '#chain/chain-history.ts';
import { toldChanges } from '#chain/chain-happened.ts';
import { decideChange, type WantedChange } from '#chain/decide-change.ts';
import { appendChanges, namesOf, type MapKind } from '#chain/store/chain-maps-store.server.ts';
import { mapsOf, subjectOf, viewOf, type Maps, type Subject } from '#chain/store/chain-view.server.ts';

export type Asked = {
  id: string;
  basedOn: number;
  wanted: readonly WantedChange[];
  evidenceId?: string | undefined;
  reason?: string | undefined;
};

/** The deal or account, held, if the actor may change its map. */
export async function heldSubject({ tx, actor }: CommandContext, kind: MapKind, id: string): Promise<Subject> {
  const subject = await subjectOf(tx, actor, { kind, id }, { lock: true });
  if (!subject.seesBeliefs) throw new Refused(refuse('chain.notOnTeam'));
  return subject;
}

/** A change of a map: load, authorise, decide, save, record; the facts of the deals concerned follow. */
export async function changeChain(
  context: CommandContext,
  kind: MapKind,
  { id, basedOn, wanted, evidenceId, reason }: Asked,
): Promise<ChainView | Refusal> {
  const { tx, actor, now } = context;
  const subject = await heldSubject(context, kind, id);
  const written = refuseWritten(reason, ...wanted.flatMap((want) => ('fields' in want ? writtenIn(want.fields) : [])));
  if (written) return written;
  await refuseStrangers(tx, actor, wanted);
  if (evidenceId) await refuseUnknownEvidence(tx, actor, subject, evidenceId);
  const maps = await mapsOf(tx, actor.tenantId, subject);
  const names = await namesOf(tx, actor.tenantId, nodesOf(maps, wanted));
  const standing = replay(maps[kind]);
  const base = { standing, names, ...(kind === 'deal' && { under: replay(maps.account).items }) };
  const ground = {
    at: notBefore(maps[kind], now),
    by: actor.userId,
    evidenceId: evidenceId ?? null,
    reason: reason ?? null,
  };
  const rows = decide(decideChange(base, wanted, basedOn, ground));
  await keepChanges(context, subject, rows);
  return viewOf(tx, actor, subject);
}

/** Appends what was decided, lets the deals' facts follow, and tells of it. Nothing to keep: nothing happened. */
export async function keepChanges(
  context: CommandContext,
  subject: Subject,
  rows: readonly ChainChange[],
): Promise<void> {
  if (rows.length === 0) return;
  const { kind, id, accountId, name } = subject;
  await appendChanges(
    context.tx,
    context.actor.tenantId,
    rows.map((change) => ({ map: subject, change })),
  );
  await context.record({
    type: `${kind}.chainChanged`,
    subject: { kind, id },
    accountId,
    data: { name, ...toldChanges(rows) },
  });
  await settlePeople(context, kind === 'deal' ? { dealIds: [id] } : { accountIds: [id] });
}

/** A map's time never goes back, whatever the clocks of two servers say. */
export function notBefore(changes: readonly ChainChange[], now: Instant): Instant {
  const last = changes.at(-1)?.at;
  return last && last > now ? last : now;
}

function nodesOf({ account, deal }: Maps, wanted: readonly WantedChange[]): string[] {
  const known = [...account, ...deal].flatMap(({ item, id }) => (item === 'node' ? [id] : []));
  return [...known, ...wanted.flatMap(({ item, id }) => (item === 'node' ? [id] : []))];
}

/** Who is put on the map is a contact that the actor may see, or a colleague. */
async function refuseStrangers(tx: Tx, actor: Actor, wanted: readonly WantedChange[]): Promise<void> {
  const added = (kind: string) => [
    ...new Set(
      wanted.flatMap((want) =>
        want.act === 'add' && want.item === 'node' && want.fields['kind'] === kind ? [want.id] : [],
      ),
    ),
  ];
  const [contacts, colleagues] = [added('person'), added('ours')];
  if (contacts.length + colleagues.length === 0) return;
  const { rows } = await sql<{ known: number }>`
    select (select count(*) from contacts c where c.tenant_id = ${actor.tenantId}::uuid and c.merged_into is null
        and c.id = any(${contacts}::uuid[]) and ${contactVisibleTo(actor, 'c')})::int
      + (select count(*) from users u where u.tenant_id = ${actor.tenantId}::uuid
        and u.id = any(${colleagues}::uuid[]))::int as known`.execute(tx);
  if (rows[0]!.known < contacts.length + colleagues.length) throw new Refused(refuse('chain.personUnknown'));
}

/** Evidence of the deal; of an account, of one of its deals that the actor sees. */
export async function refuseUnknownEvidence(
  tx: Tx,
  actor: Actor,
  { kind, id }: Pick<Subject, 'kind' | 'id'>,
  evidenceId: string,
): Promise<void> {
  const among = kind === 'deal' ? sql`d.id = ${id}::uuid` : sql`d.account_id = ${id}::uuid`;
  const { rows } = await sql`
    select from evidence e join deals d on d.tenant_id = e.tenant_id and d.id = e.deal_id
    where e.tenant_id = ${actor.tenantId}::uuid and e.id = ${evidenceId}::uuid and e.kind = 'evidence' and ${among}
      and ${visibleTo(actor, 'd')}`.execute(tx);
  if (rows.length === 0) throw new Refused(refuse('chain.evidenceUnknown'));
}
