import { sql, type RawBuilder } from 'kysely';
import { can, type Actor } from '#permissions/actor.ts';
import type { Permission } from '#permissions/permission.ts';
import type { FactSource } from '#method/fact-source.ts';
import type { Day, Instant } from '#shared/day.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { found } from '#platform/http/refused.server.ts';
import { survivingSource } from '#people/surviving-store.server.ts';
import { notedOf, type Believed } from '#chain/believed-people.ts';
import { openChanges, openMap } from '#chain/chain-access.ts';
import type { ChainHistory, ChainView, Place } from '#chain/chain.contract.ts';
import { type ChainChange, type Standing, replay } from '#chain/chain-history.ts';
import type { Item } from '#chain/chain-items.ts';
import { markedByTurn, turnsOf } from '#chain/coach-turn.ts';
import { type Confirmation, confirmationsOf, newestOf } from '#chain/staleness.ts';
import { changesOf, namesOf, signsOf, type MapKind, type MapOf } from '#chain/store/chain-maps-store.server.ts';
import { seesBeliefsOf } from '#chain/store/beliefs-store.server.ts';
import { tellingsOf } from '#chain/store/tellings.server.ts';

/** A deal or an account as its map needs it. */
export type Subject = MapOf & {
  readonly name: string;
  readonly accountId: string | null;
  readonly seesBeliefs: boolean;
  /** Of a deal, for the people noted before. */
  readonly facts: FactSource | null;
};

/** The deal or account, if the actor may see it; of a merged account its winner. @param lock holds it to the end */
export async function subjectOf(
  db: ReadTx,
  actor: Actor,
  { kind, id }: MapOf,
  { lock = false }: { lock?: boolean } = {},
): Promise<Subject> {
  const table = kind === 'deal' ? 'deals' : 'accounts';
  const own = kind === 'deal' ? sql`r.account_id as "accountId", r.facts` : sql`r.id as "accountId", null as facts`;
  const survivor =
    kind === 'deal'
      ? sql`${id}::uuid`
      : sql`coalesce((select m.merged_into from accounts m
          where m.tenant_id = ${actor.tenantId}::uuid and m.id = ${id}::uuid), ${id}::uuid)`;
  const { rows } = await sql<Subject>`
    select ${kind}::text as kind, r.id, r.name, ${own}, ${seesBeliefsOf(actor, 'r')} as "seesBeliefs"
    from ${sql.table(table)} r
    where r.tenant_id = ${actor.tenantId}::uuid and r.id = ${survivor} and ${visibleTo(actor, 'r')}
    ${lock ? sql`for no key update of r` : sql``}`.execute(db);
  return found(rows[0]);
}

/** Both maps of a subject, with what was changed. */
export type Maps = { readonly account: ChainChange[]; readonly deal: ChainChange[] };

export async function mapsOf(db: ReadTx, tenantId: string, { kind, id, accountId }: Subject): Promise<Maps> {
  const maps = await changesOf(db, tenantId, [id, accountId]);
  return { account: (accountId && maps.get(accountId)) || [], deal: kind === 'deal' ? (maps.get(id) ?? []) : [] };
}

const writes: { readonly [K in MapKind]: Permission } = { deal: 'deal.write', account: 'account.write' };

/** The map with all that is drawn and reckoned from it. A fixed number of statements, however many people there are. */
export async function viewOf(db: ReadTx, actor: Actor, subject: Subject, at?: Instant): Promise<ChainView> {
  const { tenantId } = actor;
  const maps = await mapsOf(db, tenantId, subject);
  const [account, deal] = [replay(maps.account, at), replay(maps.deal, at)];
  const ids = [...account.items.values(), ...deal.items.values()].flatMap(({ item, id }) =>
    item === 'node' ? [id] : [],
  );
  const sees = subject.seesBeliefs;
  const [names, places, people] = await Promise.all([
    namesOf(db, tenantId, ids),
    placesOf(db, tenantId, subject),
    sees ? peopleOf(db, actor, subject, at) : nothingKnown,
  ]);
  const known = (changes: ChainChange[]) => changes.filter((change) => !at || change.at <= at);
  const changed = { account: known(maps.account), deal: known(maps.deal) };
  const under = [...account.items.values()];
  const shown = (items: readonly Item[]) => (sees ? [...items] : openMap(items, under));
  return {
    version: subject.kind === 'deal' ? deal.version : account.version,
    accountVersion: account.version,
    account: shown(under),
    deal: shown([...deal.items.values()]),
    names: [...names].map(([id, name]) => ({ id, ...name })),
    places,
    signs: markedByTurn(people.signs, turnsOf(changed.account, changed.deal, actor.timeZone)),
    tellings: people.tellings,
    confirmations: sees
      ? newest([...people.confirmations, ...confirmationsOf([...changed.account, ...changed.deal], actor.timeZone)])
      : [],
    noted: at ? [] : notedNames(subject, believedNames(account, deal, names)),
    seesBeliefs: sees,
    canEdit: !at && sees && can(actor, writes[subject.kind]),
  };
}

type Named = Awaited<ReturnType<typeof namesOf>>;

/** Who stands on the maps, for whom nothing needs to be noted. */
function believedNames(account: Standing, deal: Standing, names: Named): Pick<Believed, 'people' | 'onMap'> {
  const standing = new Set([...account.items.keys(), ...deal.items.keys()]);
  const people = [...names].flatMap(([id, { name }]) => (standing.has(id) ? [{ id, name }] : []));
  return { people, onMap: new Set([...account.touches.keys(), ...deal.touches.keys()]) };
}

function notedNames({ facts }: Subject, believed: Pick<Believed, 'people' | 'onMap'>): ChainView['noted'] {
  return notedOf(facts?.lists.stakeholders ?? [], believed).map(({ name, title }) => ({
    name,
    ...(title && { title }),
  }));
}

async function placesOf(db: ReadTx, tenantId: string, { id, accountId }: Subject): Promise<Place[]> {
  const maps = accountId && accountId !== id ? [accountId, id] : [id];
  const { rows } = await sql<Place & { own: boolean }>`
    select item_id as id, x, y, map_id = ${id}::uuid as own from chain_places
    where tenant_id = ${tenantId}::uuid and map_id = any(${maps}::uuid[]) order by own`.execute(db);
  return [...new Map(rows.map(({ own: _, ...place }) => [place.id, place])).values()];
}

type Known = Pick<ChainView, 'signs' | 'tellings'> & { confirmations: Confirmation[] };
const nothingKnown: Known = { signs: [], tellings: [], confirmations: [] };

/** What was seen and heard of the people: in the deal; of an account in those deals of which the actor sees beliefs. */
async function peopleOf(db: ReadTx, actor: Actor, subject: Subject, at: Instant | undefined): Promise<Known> {
  const dealIds = await dealsOf(db, actor, subject);
  if (dealIds.length === 0) return nothingKnown;
  const until = at ?? null;
  const [signs, tellings, evidence] = await Promise.all([
    signsOf(db, actor.tenantId, dealIds, until),
    tellingsOf(db, actor, dealIds, until),
    heardOf(db, actor.tenantId, dealIds, until),
  ]);
  const seen = [...signs.values()].flat();
  const confirmations = [...seen, ...tellings].map(({ personId, on }) => ({ personId, on }));
  return {
    signs: seen.map(({ personId, signal, on, occasion, evidenceId }) => ({
      personId,
      signal,
      on,
      occasion,
      evidenceId,
    })),
    tellings,
    confirmations: [...evidence, ...confirmations],
  };
}

async function dealsOf(db: ReadTx, actor: Actor, { kind, id }: Subject): Promise<string[]> {
  if (kind === 'deal') return [id];
  const { rows } = await sql<{ id: string }>`
    select d.id from deals d where d.tenant_id = ${actor.tenantId}::uuid and d.account_id = ${id}::uuid
      and ${visibleTo(actor, 'd')} and ${seesBeliefsOf(actor, 'd')}`.execute(db);
  return rows.map((row) => row.id);
}

/** Who told us something, and when last: evidence confirms whom it comes from. */
async function heardOf(db: ReadTx, tenantId: string, dealIds: readonly string[], until: Instant | null) {
  const source: RawBuilder<string> = sql`${survivingSource('e')}`;
  const { rows } = await sql<{ personId: string; on: Day }>`
    select ${source} as "personId", max(e.observed_on) as "on" from evidence e
    where e.tenant_id = ${tenantId}::uuid and e.deal_id = any(${[...dealIds]}::uuid[]) and e.source_kind = 'stakeholder'
      and e.source_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      and (${until}::timestamptz is null or e.recorded_at <= ${until}::timestamptz)
    group by 1`.execute(db);
  return rows;
}

function newest(confirmations: readonly Confirmation[]): Confirmation[] {
  return [...newestOf(confirmations)].map(([personId, on]) => ({ personId, on }));
}

/** All changes of both maps, for replaying them. */
export async function historyOf(db: ReadTx, actor: Actor, subject: Subject): Promise<ChainHistory> {
  const { account, deal } = await mapsOf(db, actor.tenantId, subject);
  const both = [...account, ...deal];
  const people = both.flatMap(({ item, id, by }) => (item === 'node' ? [id, by] : [by]));
  const names = await namesOf(db, actor.tenantId, people);
  const shown = (changes: ChainChange[]) => (subject.seesBeliefs ? changes : openChanges(changes));
  return {
    account: shown(account),
    deal: shown(deal),
    names: [...names].map(([id, name]) => ({ id, ...name })),
    seesBeliefs: subject.seesBeliefs,
  };
}
