import { sql } from 'kysely';
import { can } from '#permissions/actor.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { refuse } from '#shared/refusal.ts';
import { assessGift } from '#compliance/gifts/assess-gift.server.ts';
import { refuseDecision, refuseVoid } from '#compliance/gifts/decide-gift.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { freezeOf, giftPolicy } from '#compliance/gifts/gift-policy.server.ts';
import { oneGift } from '#compliance/gifts/gift-rows.server.ts';
import { eventsOf } from '#compliance/gifts/gift-happened.ts';
import type { Gift, GiftFields, GiftState } from '#compliance/gifts/gift.ts';
import { approversOf } from '#team/approvers-store.server.ts';

type Correction = { id: string; reason: string };
type Registered = GiftFields & { corrects?: Correction | undefined };

/** Registers it, or asks for approval; a correction voids what it corrects in the same breath. */
export async function registerGift(context: CommandContext, { corrects, ...asked }: Registered): Promise<Gift> {
  const { tx, actor, now, today, record } = context;
  if (corrects) await voidGift(context, corrects);
  const assessed = await assessGift(tx, { actor, today }, asked, { except: null, hold: true });
  const { state, heads, shares, official, exceeds } = decide(assessed.decision);
  const { owner, account, people, dealId } = assessed;
  const { tenantId } = actor;
  const id = newId();
  await tx
    .insertInto('gifts')
    .values({
      tenant_id: tenantId,
      id,
      direction: asked.direction,
      kind: asked.kind,
      account_id: account.id,
      deal_id: dealId,
      on_day: asked.on,
      amount: asked.amount,
      currency: asked.currency,
      unnamed: asked.unnamed,
      heads,
      purpose: asked.purpose,
      official,
      state,
      exceeds: JSON.stringify(exceeds),
      owner_id: owner.id,
      team_id: owner.teamId,
      member_ids: [actor.userId],
      created_by: actor.userId,
      created_at: now,
      corrects: corrects?.id ?? null,
    })
    .execute();
  if (people.length > 0)
    await tx
      .insertInto('gift_people')
      .values(
        people.map((person, place) => ({
          tenant_id: tenantId,
          gift_id: id,
          place,
          contact_id: person.id,
          share: shares[place]!,
        })),
      )
      .execute();
  const gift = await oneGift(tx, actor, id);
  const asking = {
    permission: 'gift.approve' as const,
    teamId: owner.teamId,
    except: [gift.ownerId, gift.createdBy],
  };
  const approverIds = state === 'requested' ? await approversOf(tx, tenantId, asking) : [];
  await record.all(eventsOf(gift, state, { approverIds }));
  return gift;
}

export async function approveGift(context: CommandContext, { id, reason }: Correction): Promise<Gift> {
  const { tx, actor } = context;
  const gift = await held(context, id);
  decide(refuseDecision(gift, actor.userId) ?? refuseWritten(reason));
  if (gift.direction === 'given') {
    const { policy } = await giftPolicy.current(tx, actor.tenantId);
    const freeze = await freezeOf(tx, actor, gift.accountId, gift.on, policy.freezeSteps);
    if (freeze) decide(refuse('gift.frozen', freeze));
  }
  return decideOn(context, gift, 'approved', reason);
}

export async function refuseGift(context: CommandContext, { id, reason }: Correction): Promise<Gift> {
  const gift = await held(context, id);
  decide(refuseDecision(gift, context.actor.userId) ?? refuseWritten(reason));
  return decideOn(context, gift, 'refused', reason);
}

async function decideOn(
  { tx, actor, now, record }: CommandContext,
  gift: Gift,
  state: 'approved' | 'refused',
  reason: string,
) {
  await tx
    .updateTable('gifts')
    .set({ state, decided_by: actor.userId, decided_at: now, decision: reason, version: gift.version + 1 })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', gift.id)
    .execute();
  const after = await oneGift(tx, actor, gift.id);
  await record.all(eventsOf(after, state, { reason, before: gift.state }));
  return after;
}

export async function voidGift(context: CommandContext, { id, reason }: Correction): Promise<Gift> {
  const { tx, actor, now, record } = context;
  const gift = await held(context, id);
  decide(refuseVoid(gift, actor.userId, can(actor, 'gift.approve')) ?? refuseWritten(reason));
  const state: GiftState = 'voided';
  await tx
    .updateTable('gifts')
    .set({ state, voided_by: actor.userId, voided_at: now, void_reason: reason, version: gift.version + 1 })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .execute();
  const after = await oneGift(tx, actor, id);
  await record.all(eventsOf(after, state, { reason, before: gift.state }));
  return after;
}

/** The entry, held against another decision at the same moment. */
async function held({ tx, actor }: CommandContext, id: string): Promise<Gift> {
  await sql`select id from gifts where tenant_id = ${actor.tenantId}::uuid and id = ${id}::uuid
    for no key update`.execute(tx);
  return oneGift(tx, actor, id);
}
