import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { Tx } from '#platform/database/database.server.ts';
import { saved } from '#platform/database/saved.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { changes } from '#platform/events/event.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide, Refused } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { agendasOf } from '#reviews/agendas.server.ts';
import { ranked, reasonsOf } from '#reviews/review-page.server.ts';
import { loadReview, placesOf } from '#reviews/review-rows.server.ts';
import { decideAgenda, refuseLead, refuseWriting, type Review, type ReviewAbout } from '#reviews/review.ts';
import { chosen, ofTeam, standingsOf, type StandingRow } from '#reviews/standings.server.ts';
import type { Day } from '#shared/day.ts';
import { refuse } from '#shared/refusal.ts';
import { colleagues } from '#team/colleague-store.server.ts';

/** As many of a team's deals as a meeting of an hour or two can talk about. */
const AT_FIRST = 8;

type Planned = { name: string; on: Day; memberIds: string[]; about: ReviewAbout };

/** Picks the deals that most need talk; the chair leaves out and adds before it begins. */
export async function createReview(context: CommandContext, { name, on, memberIds, about }: Planned): Promise<Review> {
  const { tx, actor, now, record } = context;
  const deals =
    about.kind === 'team' ? await teamsDeals(context, about.teamId) : await chosenDeals(context, about.dealIds);
  await colleagues(tx, actor.tenantId, memberIds);
  const people = [actor.userId, ...memberIds, ...ownersOf(deals)];
  const id = newId();
  await tx
    .insertInto('reviews')
    .values({
      tenant_id: actor.tenantId,
      id,
      name,
      kind: about.kind,
      team_id: about.kind === 'team' ? about.teamId : null,
      held_on: on,
      state: 'planned',
      chair_id: actor.userId,
      member_ids: [...new Set(people)],
      created_at: now,
      updated_at: now,
    })
    .execute();
  await placeItems(
    tx,
    actor,
    id,
    deals.map((deal) => deal.id),
  );
  const data = { name, on, deals: deals.length, after: { name, on, memberIds: [...new Set(people)] } };
  await record({ type: 'review.planned', subject: { kind: 'review', id }, data });
  return loadReview(tx, actor, id);
}

async function teamsDeals({ tx, actor, now, today }: CommandContext, teamId: string): Promise<StandingRow[]> {
  const team = await tx
    .selectFrom('teams')
    .select('id')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', teamId)
    .executeTakeFirst();
  if (!team) throw new Refused(refuse('record.notFound'));
  if (actor.scope !== 'all' && !actor.teamIds.includes(teamId)) throw new Refused(refuse('review.teamOther'));
  const standings = await standingsOf(tx, actor.tenantId, ofTeam(actor, teamId), { now, today });
  if (standings.length === 0) throw new Refused(refuse('review.noDeals'));
  return ranked(standings, { now, today })
    .slice(0, AT_FIRST)
    .map(({ deal }) => deal);
}

async function chosenDeals(
  { tx, actor, now, today }: CommandContext,
  asked: readonly string[],
): Promise<StandingRow[]> {
  const ids = [...new Set(asked)];
  const which = sql<boolean>`${chosen(ids)} and ${visibleTo(actor, 'd')}`;
  const standings = await standingsOf(tx, actor.tenantId, which, { now, today });
  if (standings.length < ids.length) throw new Refused(refuse('record.notFound'));
  return ranked(standings, { now, today }).map(({ deal }) => deal);
}

const ownersOf = (deals: readonly { ownerId: string | null }[]) =>
  deals.flatMap(({ ownerId }) => (ownerId ? [ownerId] : []));

/** These deals in this order; what else was on the agenda is skipped, and comes back with all that was said of it. */
async function placeItems(tx: Tx, actor: Actor, reviewId: string, dealIds: readonly string[]): Promise<void> {
  await sql`
    insert into review_items (tenant_id, id, review_id, deal_id, position)
    select ${actor.tenantId}::uuid, placed.id, ${reviewId}::uuid, placed.deal_id, placed.at
    from unnest(${dealIds.map(() => newId())}::uuid[], ${[...dealIds]}::uuid[]) with ordinality as placed (id, deal_id, at)
    on conflict (tenant_id, review_id, deal_id) do update set position = excluded.position, skipped = false`.execute(
    tx,
  );
  await sql`
    update review_items set skipped = true
    where tenant_id = ${actor.tenantId}::uuid and review_id = ${reviewId}::uuid
      and deal_id <> all(${[...dealIds]}::uuid[])`.execute(tx);
}

type Change = { id: string; version: number } & Partial<Omit<Planned, 'about'>>;

export async function updateReview(context: CommandContext, { id, version, ...fields }: Change): Promise<Review> {
  const { tx, actor, now, record } = context;
  const review = await leadable(context, id, version);
  const before = { name: review.name, on: review.on, memberIds: review.members.map((member) => member.id) };
  const memberIds = fields.memberIds && [...new Set([review.chairId, ...fields.memberIds])];
  const changed = changes<typeof before>(before, { ...fields, ...(memberIds && { memberIds }) });
  if (!changed) return review;
  await colleagues(
    tx,
    actor.tenantId,
    (memberIds ?? []).filter((one) => !before.memberIds.includes(one)),
  );
  const columns = { name: fields.name, held_on: fields.on, member_ids: memberIds, updated_at: now };
  await saved(tx, 'reviews', { tenantId: actor.tenantId, id, version }, columns, ['id']);
  const data = { name: fields.name ?? review.name, on: fields.on ?? review.on, ...changed };
  await record({ type: 'review.changed', subject: { kind: 'review', id }, data });
  return loadReview(tx, actor, id);
}

/** The review, locked, for who may lead it, as she has read it. */
export async function leadable({ tx, actor }: CommandContext, id: string, version: number): Promise<Review> {
  const review = await loadReview(tx, actor, id, { lock: true });
  decide(refuseLead(actor, review));
  if (review.version !== version) throw new Refused(refuse('record.changed', { version: review.version }));
  decide(refuseWriting(review));
  return review;
}

type Agenda = { id: string; version: number; dealIds: readonly string[] };

/** Deals that the actor may not see keep their places at the end. */
export async function setAgenda(context: CommandContext, { id, version, dealIds }: Agenda): Promise<Review> {
  const { tx, actor, now, record } = context;
  const review = await leadable(context, id, version);
  const places = await placesOf(tx, actor, id);
  const hidden = places.filter(({ visible }) => !visible).map(({ dealId }) => dealId);
  const before = places.filter(({ visible }) => visible).map(({ dealId }) => dealId);
  const wanted = [...new Set(dealIds)].filter((one) => !hidden.includes(one));
  const { added } = decide(decideAgenda(review, before, wanted));
  const deals = added.length > 0 ? await chosenDeals(context, added) : [];
  await placeItems(tx, actor, id, [...wanted, ...hidden]);
  if (review.state === 'running') await freeze(context, id, added);
  const memberIds = [...new Set([...review.members.map((member) => member.id), ...ownersOf(deals)])];
  await saved(tx, 'reviews', { tenantId: actor.tenantId, id, version }, { updated_at: now, member_ids: memberIds }, [
    'id',
  ]);
  const data = {
    name: review.name,
    on: review.on,
    before: { deals: before.length, memberIds: review.members.map((member) => member.id) },
    after: { deals: wanted.length, memberIds },
  };
  await record({ type: 'review.agendaChanged', subject: { kind: 'review', id }, data });
  return loadReview(tx, actor, id);
}

/** What people see from now on stays: the agendas of these deals are written down as of today. */
export async function freeze(context: CommandContext, reviewId: string, dealIds: readonly string[]): Promise<void> {
  const { tx, actor, now, today } = context;
  const [agendas, reasons] = await Promise.all([
    agendasOf(tx, actor, dealIds, { today }, reviewId),
    reasonsOf(tx, actor.tenantId, dealIds, { now, today }, reviewId),
  ]);
  const frozen = [...agendas].map(([dealId, agenda]) => ({ dealId, agenda, reasons: reasons.get(dealId) ?? [] }));
  await sql`
    update review_items i set agenda = f.agenda,
      reasons = (select coalesce(array_agg(r.value order by r.ordinality), '{}')
        from jsonb_array_elements_text(f.reasons) with ordinality r)
    from jsonb_to_recordset(${JSON.stringify(frozen)}::jsonb) as f ("dealId" uuid, agenda jsonb, reasons jsonb)
    where i.tenant_id = ${actor.tenantId}::uuid and i.review_id = ${reviewId}::uuid and i.deal_id = f."dealId"`.execute(
    tx,
  );
}
