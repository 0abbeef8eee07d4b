import { sql } from 'kysely';
import { mergeOnMaps } from '#chain/store/people-of-maps-store.server.ts';
import { settlePeople } from '#deals/deal-people-store.server.ts';
import { replaceStakeholder } from '#deals/stakeholders-store.server.ts';
import type { Tx } from '#platform/database/database.server.ts';
import { bury, holdBoth, moveReferences } from '#platform/database/merge-records.server.ts';
import { saved } from '#platform/database/saved.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide } from '#platform/http/refused.server.ts';
import type { Merge } from '#platform/merge-input.ts';
import type { Day } from '#shared/day.ts';
import { deriveInformation } from '#information/information-store.server.ts';
import { refuseWrittenOfHer } from '#compliance/written-text.ts';
import { discreet, freeTexts, type Contact } from '#people/contact.ts';
import { decideJobs, decideMerge, type Job } from '#people/contact-merge.ts';
import { oneContact, toColumns } from '#people/contact-rows.server.ts';
import { retitleEmployment } from '#people/employments.server.ts';

/**
 * Everything that refers to a contact and moves with it; a test holds that the list is complete. Deals name their
 * people in their facts (`replaceStakeholder`); evidence is never changed, and read under the survivor's id.
 */
export const movedWithContact = {
  contact_id: [
    'contact_employments',
    'gift_people',
    'information',
    'partner_people',
    'partner_ties',
    'chain_signs',
    'chain_tellings',
    'personal_facts',
  ],
  subject_id: ['notes', 'tasks', 'attachments', 'notifications'],
} as const;

/** One contact out of two. */
export async function mergeContacts(context: CommandContext, { id, version, loserId, loserVersion, choose }: Merge) {
  const { actor, tx, record, now, today } = context;
  const { tenantId } = actor;
  await holdBoth(tx, tenantId, 'contacts', [id, loserId]);
  const winner = { ...(await oneContact(tx, actor, id)), version };
  const loser = { ...(await oneContact(tx, actor, loserId)), version: loserVersion };
  const merged = decide(decideMerge(winner, loser, choose));
  decide(refuseWrittenOfHer(...freeTexts(merged)));
  const { accountId, ownerId, ...fields } = merged;
  await bury(tx, tenantId, 'contacts', loser, winner.id, now);
  await moveReferences(tx, tenantId, movedWithContact, loser.id, winner.id);
  const columns = {
    ...toColumns(fields, { ...winner, ...merged }),
    account_id: accountId,
    owner_id: ownerId,
    team_id: sql`(select team_id from contacts where tenant_id = ${tenantId}::uuid
      and id = ${ownerId === winner.ownerId ? winner.id : loser.id}::uuid)`,
    // Whoever was a public official under either name is one.
    public_official: sql`(select bool_or(public_official) from contacts where tenant_id = ${tenantId}::uuid
      and id = any(${[winner.id, loser.id]}::uuid[]))`,
    updated_at: now,
  };
  await saved(tx, 'contacts', { tenantId, id: winner.id, version }, columns, ['id']);
  await settleJobs(tx, tenantId, { ...winner, ...merged }, today);
  await replaceStakeholder(context, loser.id, { id: winner.id, name: merged.name });
  await settlePeople(context, await mergeOnMaps(context, loser.id, winner.id));
  await record({
    type: 'contact.merged',
    subject: { kind: 'contact', id: winner.id },
    accountId,
    data: {
      name: merged.name,
      before: discreet({ ...winner }),
      after: discreet({ ...merged }),
      loser: discreet({ ...loser }),
    },
  });
  await deriveInformation(context, [winner.accountId, loser.accountId, accountId]);
  return oneContact(tx, actor, winner.id);
}

async function settleJobs(tx: Tx, tenantId: string, contact: Contact, today: Day) {
  const { rows: jobs } = await sql<Job>`
    select id, account_id as "accountId", title, department, from_on as "fromOn", to_on as "toOn"
    from contact_employments where tenant_id = ${tenantId}::uuid and contact_id = ${contact.id}::uuid
    order by id`.execute(tx);
  const { drop, close } = decideJobs(jobs, contact.accountId, today);
  if (drop.length > 0)
    await sql`delete from contact_employments
      where tenant_id = ${tenantId}::uuid and id = any(${drop}::uuid[])`.execute(tx);
  if (close.length > 0)
    await sql`update contact_employments e set to_on = closed.to_on
      from unnest(${close.map(({ id }) => id)}::uuid[], ${close.map(({ toOn }) => toOn)}::date[]) as closed (id, to_on)
      where e.tenant_id = ${tenantId}::uuid and e.id = closed.id`.execute(tx);
  await retitleEmployment(tx, tenantId, contact.id, contact);
}
