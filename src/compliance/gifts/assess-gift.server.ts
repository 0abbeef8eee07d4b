import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import type { Day } from '#shared/day.ts';
import { isRefusal, refuse, type Refusal } from '#shared/refusal.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { contactVisibleTo, holdSubject, subjectOf } from '#platform/database/subject.server.ts';
import { Refused } from '#platform/http/refused.server.ts';
import { categoryOf, sharesOf, yearOf, type GiftFields } from '#compliance/gifts/gift.ts';
import {
  decideGift,
  isOfficialOwnership,
  limitOf,
  type Decided,
  type GiftFacts,
} from '#compliance/gifts/decide-gift.ts';
import { freezeOf, giftPolicy } from '#compliance/gifts/gift-policy.server.ts';
import { giftRefusals } from '#compliance/gifts/gift-refusals.ts';
import { writtenRefusals } from '#compliance/written-text.ts';
import type { Assessment } from '#compliance/gifts/gifts.contract.ts';
import { holdPeople, sumsOfPeople, sumsOfRecord, type AskedSums } from '#compliance/gifts/gift-sums.server.ts';
import { colleague, type Colleague } from '#team/colleague-store.server.ts';

export type Assessed = {
  account: { id: string; name: string };
  dealId: string | null;
  owner: Colleague;
  people: GiftFacts['people'];
  accountBefore: number;
  ownerBefore: number;
  facts: GiftFacts;
  decision: Decided | Refusal;
};

type How = {
  /** The entry in whose place it comes, or which is looked at again: left out of the sums. */
  except: string | null;
  /** Hold what it rests on until the transaction ends, so that two at once do not pass below one limit. */
  hold: boolean;
};
type Context = { actor: Actor; today: Day };

const refusals = { ...giftRefusals, ...writtenRefusals };

/** All that a decision on an entry needs, and the decision. @throws Refused where what it names is not there */
export async function assessGift(
  db: ReadTx,
  { actor, today }: Context,
  asked: GiftFields,
  how: How,
): Promise<Assessed> {
  const look = how.hold ? holdSubject : subjectOf;
  const account = await look(db as never, actor, { kind: 'account', id: asked.accountId });
  const deal = asked.dealId ? await look(db as never, actor, { kind: 'deal', id: asked.dealId }) : null;
  if (deal && deal.accountId !== account.id) throw new Refused(refuse('gift.dealElsewhere', { name: deal.name }));
  const owner = await colleague(db, actor.tenantId, asked.ownerId ?? actor.userId);
  const contacts = await contactsOf(db, actor, asked.contactIds);
  const stranger = contacts.find(({ accountId }) => accountId !== account.id);
  if (stranger) throw new Refused(refuse('gift.elsewhere', { name: stranger.name }));
  const ids = contacts.map(({ id }) => id);
  if (how.hold) await holdPeople(db, actor.tenantId, ids, owner.id);
  const at: AskedSums = { year: yearOf(asked.on), currency: asked.currency, except: how.except };
  const [{ policy }, ownership, byPerson, sums] = await Promise.all([
    giftPolicy.current(db, actor.tenantId),
    ownershipOf(db, actor.tenantId, account.id),
    sumsOfPeople(db, actor.tenantId, ids, at),
    sumsOfRecord(db, actor.tenantId, account.id, owner.id, at),
  ]);
  const accountOfficial = isOfficialOwnership(ownership);
  const people = contacts.map(({ id, name, official }) => ({
    id,
    name,
    official: official || accountOfficial,
    year: byPerson.get(id) ?? { gift: 0, hospitality: 0 },
  }));
  const freeze = await freezeOf(db, actor, account.id, asked.on, policy.freezeSteps);
  const facts = { policy, today, people, accountOfficial, receivedYear: sums.received, freeze };
  const given = asked.direction === 'given';
  return {
    account,
    dealId: deal?.id ?? null,
    owner,
    people,
    accountBefore: given ? sums.accountGiven : sums.accountReceived,
    ownerBefore: given ? sums.given : sums.received,
    facts,
    decision: decideGift(asked, facts),
  };
}

/** What the form shows before it is saved, and an approver before she decides. */
export function assessmentOf(asked: GiftFields, { account, owner, facts, decision, ...sums }: Assessed): Assessment {
  const heads = facts.people.length + asked.unnamed;
  const shares = heads > 0 ? sharesOf(asked.amount, heads) : [];
  const category = asked.kind === 'cash' ? null : categoryOf(asked.kind);
  const limited = asked.currency === facts.policy.currency;
  const lines = Array.from({ length: facts.people.length + Math.min(asked.unnamed, 1) }, (_, at) => at);
  const own = asked.direction === 'received' && limited ? facts.policy.received : null;
  const kind = isRefusal(decision) ? refusals[decision.code as keyof typeof refusals] : null;
  return {
    outcome: isRefusal(decision) ? 'refused' : decision.state,
    refusal: isRefusal(decision) ? (kind!.words as (data: unknown) => { zh: string; en: string })(decision.data) : null,
    year: yearOf(asked.on),
    currency: asked.currency,
    exceeds: isRefusal(decision) ? [] : decision.exceeds,
    people: lines.map((at) => {
      const person = facts.people[at];
      const limit =
        asked.direction === 'given' && category && limited ? facts.policy[limitOf(asked, facts, category, at)] : null;
      return {
        id: person?.id ?? null,
        name: person?.name ?? null,
        official: asked.official || (person?.official ?? facts.accountOfficial),
        share: shares[at]!,
        before: person && category ? person.year[category] : null,
        once: limit?.once ?? null,
        most: limit?.year ?? null,
      };
    }),
    account: { name: account.name, before: sums.accountBefore },
    owner: { name: owner.name, before: sums.ownerBefore, once: own?.once ?? null, most: own?.year ?? null },
  };
}

type Contact = { id: string; name: string; accountId: string | null; official: boolean };

/** The contacts as the actor may see them, in the order asked for; merged ones as their survivors, each once. */
async function contactsOf(db: ReadTx, actor: Actor, ids: readonly string[]): Promise<Contact[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Contact & { asked: string }>`
    select c.id, c.name, c.account_id as "accountId", c.public_official as official, m.id as asked
    from contacts m join contacts c on c.tenant_id = m.tenant_id and c.id = coalesce(m.merged_into, m.id)
    where m.tenant_id = ${actor.tenantId}::uuid and m.id = any(${[...ids]}::uuid[])
      and ${contactVisibleTo(actor, 'c')}`.execute(db);
  const byAsked = new Map(rows.map(({ asked, ...contact }) => [asked, contact]));
  const wanted = ids.map((id) => byAsked.get(id));
  if (wanted.includes(undefined)) throw new Refused(refuse('record.notFound'));
  return [...new Map(wanted.map((contact) => [contact!.id, contact!])).values()];
}

async function ownershipOf(db: ReadTx, tenantId: string, accountId: string): Promise<string | null> {
  const row = await db
    .selectFrom('accounts')
    .select('ownership')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', accountId)
    .executeTakeFirst();
  return row?.ownership ?? null;
}
