import type { Tx } from '#platform/database/database.server.ts';
import { Refused } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import type { Day } from '#shared/day.ts';
import { refuse } from '#shared/refusal.ts';

type Post = { title: string | null; department: string | null };

export async function openEmployment(
  tx: Tx,
  tenantId: string,
  contactId: string,
  accountId: string,
  { title, department, fromOn }: Partial<Post> & { fromOn: Day | null },
) {
  const row = { id: newId(), contact_id: contactId, account_id: accountId, from_on: fromOn };
  await tx
    .insertInto('contact_employments')
    .values({ tenant_id: tenantId, ...row, title: title ?? null, department: department ?? null })
    .execute();
}

/** The present job ends with the day the next one begins. */
export async function closeEmployment(tx: Tx, tenantId: string, contact: { id: string }, on: Day) {
  const closed = await tx
    .updateTable('contact_employments')
    .set({ to_on: on })
    .where('tenant_id', '=', tenantId)
    .where('contact_id', '=', contact.id)
    .where('to_on', 'is', null)
    .returning('from_on')
    .execute();
  const fromOn = closed[0]?.from_on;
  if (fromOn && fromOn > on) throw new Refused(refuse('contact.movedBeforeJoining', { fromOn }));
}

/** The present job's title and department follow the contact's. */
export async function retitleEmployment(tx: Tx, tenantId: string, contactId: string, { title, department }: Post) {
  await tx
    .updateTable('contact_employments')
    .set({ title, department })
    .where('tenant_id', '=', tenantId)
    .where('contact_id', '=', contactId)
    .where('to_on', 'is', null)
    .execute();
}
