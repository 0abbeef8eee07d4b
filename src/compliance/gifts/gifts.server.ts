import { sql } from 'kysely';
import { can, type Actor } from '#permissions/actor.ts';
import { subjectOf } from '#platform/database/subject.server.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { decide, Refused } from '#platform/http/refused.server.ts';
import type { Day } from '#shared/day.ts';
import { refuseDecision, refuseVoid } from '#compliance/gifts/decide-gift.ts';
import { assessGift, assessmentOf } from '#compliance/gifts/assess-gift.server.ts';
import { giftPolicy, policyView } from '#compliance/gifts/gift-policy.server.ts';
import { listGifts, oneGift } from '#compliance/gifts/gift-rows.server.ts';
import { yearSumsOf } from '#compliance/gifts/gift-sums.server.ts';
import { isOfficialOwnership } from '#compliance/gifts/decide-gift.ts';
import { yearOf, type Gift, type GiftFields } from '#compliance/gifts/gift.ts';
import { giftsContract } from '#compliance/gifts/gifts.contract.ts';
import { approveGift, refuseGift, registerGift, voidGift } from '#compliance/gifts/register-gift.server.ts';

export const giftHandlers = serve(giftsContract, {
  list: ({ actor, db }, { sort, after, limit, order, ...filters }) =>
    listGifts(db, actor, filters, sort, { after, limit, order }),

  show: async ({ actor, db, today }, { id }) => {
    const gift = await oneGift(db, actor, id);
    const decides = can(actor, 'gift.approve') && refuseDecision(gift, actor.userId) === null;
    return {
      gift,
      now: decides ? await assessedNow(db, { actor, today }, gift) : null,
      may: {
        decide: decides,
        void: can(actor, 'gift.write') && refuseVoid(gift, actor.userId, can(actor, 'gift.approve')) === null,
      },
    };
  },

  assess: async ({ actor, db, today }, { correctsId, ...asked }) => {
    if (correctsId) await oneGift(db, actor, correctsId);
    const how = { except: correctsId ?? null, hold: false };
    return assessmentOf(asked, await assessGift(db, { actor, today }, asked, how));
  },

  year: async ({ actor, db, today }, { subjectKind, subjectId }) => {
    const subject = await subjectOf(db, actor, { kind: subjectKind, id: subjectId });
    const year = yearOf(today);
    const [sums, official, { policy }] = await Promise.all([
      yearSumsOf(db, actor.tenantId, { kind: subjectKind, id: subject.id }, year),
      officialBy(db, actor, subject),
      giftPolicy.current(db, actor.tenantId),
    ]);
    return { year, ...sums, official, policy };
  },

  register: registerGift,
  approve: approveGift,
  refuse: refuseGift,
  void: voidGift,

  markOfficial: async ({ actor, tx, record, now }, { contactId }) => {
    const { id, name, accountId } = await subjectOf(tx, actor, { kind: 'contact', id: contactId });
    const { rows } = await sql`
      update contacts set public_official = true, version = version + 1, updated_at = ${now}
      where tenant_id = ${actor.tenantId}::uuid and id = ${id}::uuid and not public_official returning id`.execute(tx);
    if (rows.length > 0)
      await record({
        type: 'contact.markedOfficial',
        subject: { kind: 'contact', id },
        accountId,
        data: { name, before: { publicOfficial: false }, after: { publicOfficial: true } },
      });
    return { contactId: id };
  },

  policy: ({ actor, db }) => policyView(db, actor.tenantId),
  changePolicy: async (context, { version, policy }) => {
    decide(await giftPolicy.change(context, { version, value: policy }));
    return policyView(context.tx, context.actor.tenantId);
  },
});

/** How a request stands today; null where somebody has changed employer meanwhile, or the account is not hers to see. */
async function assessedNow(db: ReadTx, context: { actor: Actor; today: Day }, gift: Gift) {
  const fields = fieldsOf(gift);
  try {
    return assessmentOf(fields, await assessGift(db, context, fields, { except: gift.id, hold: false }));
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** An entry as it was asked for, to look at it again. */
function fieldsOf({
  direction,
  kind,
  accountId,
  people,
  unnamed,
  official,
  on,
  amount,
  currency,
  purpose,
  ownerId,
}: Gift): GiftFields {
  const contactIds = people.map(({ id }) => id);
  return { direction, kind, accountId, contactIds, unnamed, official, on, amount, currency, purpose, ownerId };
}

async function officialBy(
  db: ReadTx,
  actor: Actor,
  { kind, id, accountId }: { kind: string; id: string; accountId: string | null },
) {
  const { rows } = await sql<{ ownership: string | null; official: boolean }>`
    select (select ownership from accounts a where a.tenant_id = ${actor.tenantId}::uuid and a.id = ${accountId}::uuid) as ownership,
      ${kind === 'contact'} and exists (select from contacts c where c.tenant_id = ${actor.tenantId}::uuid
        and c.id = ${id}::uuid and c.public_official) as official`.execute(db);
  const { ownership, official } = rows[0]!;
  if (isOfficialOwnership(ownership)) return 'account' as const;
  return official ? ('contact' as const) : null;
}
