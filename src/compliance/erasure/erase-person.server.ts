import { sql } from 'kysely';
import { blankEvents } from '#audit/blank-events-store.server.ts';
import type { Tx } from '#platform/database/database.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { newId } from '#platform/id.server.ts';
import type { Ground } from '#compliance/erasure/erasure.ts';
import type { Eraser } from '#compliance/erasure/eraser.server.ts';
import { eraseMentions, eventsAbout } from '#compliance/erasure/mentions.server.ts';
import type { Person } from '#compliance/erasure/person.server.ts';
import { eventWithoutPerson, withoutPerson } from '#compliance/erasure/personal-words.ts';

/**
 * Erases a person: her record becomes a pseudonym, what hangs on it goes, her name and numbers leave every text, and what
 * the law wants kept (the register of gifts, evidence of deals, the chain of the audit log) is left without her.
 */
export async function erasePerson(
  context: CommandContext,
  person: Person,
  ground: Ground,
  erasers: readonly Eraser[],
): Promise<void> {
  const { tx, actor, record, now } = context;
  const { tenantId } = actor;
  const { ids, blanking } = person;
  const of = { tx, tenantId, ids, now };
  await eraseHers(of, blanking.pseudonym);
  await eraseFiles(of);
  for (const erase of erasers) for (const id of ids) await erase(context, id);
  await eraseMentions(tx, tenantId, person);
  await sql`delete from idempotency_keys where tenant_id = ${tenantId}::uuid
    and (answer::text ~ ${ids.join('|')} or answer::text ~* ${blanking.pattern ?? ids.join('|')})`.execute(tx);
  const attestedBy = newId();
  const { count, digest } = await blankEvents(
    tx,
    tenantId,
    { ids: await eventsAbout(tx, tenantId, person), attestedBy },
    ({ subject_id, data }) =>
      ids.includes(subject_id) ? eventWithoutPerson(data, blanking.pseudonym) : withoutPerson(data, blanking),
  );
  await record({
    id: attestedBy,
    type: 'contact.erased',
    subject: { kind: 'contact', id: person.id },
    accountId: person.accountId,
    data: { name: blanking.pseudonym, ground, events: count, blanked: digest },
  });
}

type Of = { tx: Tx; tenantId: string; ids: readonly string[]; now: string };

const gone = '（内容已按个人信息删除要求清除）';

/** Her record, and what is written on it. */
async function eraseHers({ tx, tenantId, ids, now }: Of, pseudonym: string): Promise<void> {
  const hers = sql`tenant_id = ${tenantId}::uuid and contact_id = any(${[...ids]}::uuid[])`;
  const on = sql`tenant_id = ${tenantId}::uuid and subject_kind = 'contact' and subject_id = any(${[...ids]}::uuid[])`;
  await sql`update contacts set name = ${pseudonym}, title = null, department = null, mobile = null, phone = null,
      email = null, wechat = null, tags = '{}', custom = '{}', grams = '{}', public_official = false,
      kept_on = null, kept_reason = null, kept_by = null,
      erased_at = ${now}, updated_at = ${now}, version = version + 1
    where tenant_id = ${tenantId}::uuid and id = any(${[...ids]}::uuid[])`.execute(tx);
  await sql`delete from contact_employments where ${hers}`.execute(tx);
  await sql`update personal_facts set value = null, source = '', reason = null, consent_how = null,
      consent_scope = null, blanked_at = coalesce(blanked_at, ${now}), blanked_why = coalesce(blanked_why, 'erased'),
      version = version + 1 where ${hers}`.execute(tx);
  await sql`update partner_people set name = ${pseudonym}, title = null, phone = null where ${hers}`.execute(tx);
  await sql`update notes set body = ${gone}, deleted_at = coalesce(deleted_at, ${now}), version = version + 1
    where ${on}`.execute(tx);
  await sql`update tasks set title = ${gone}, done_at = coalesce(done_at, ${now}), version = version + 1
    where ${on}`.execute(tx);
  await sql`delete from notifications where ${on}`.execute(tx);
}

/** Files on her record, and the imported rows and files that she came from. */
async function eraseFiles({ tx, tenantId, ids, now }: Of): Promise<void> {
  const tenant = sql`${tenantId}::uuid`;
  const hers = sql`${[...ids]}::uuid[]`;
  await sql`update attachments set name = ${gone}, deleted_at = coalesce(deleted_at, ${now})
    where tenant_id = ${tenant} and subject_kind = 'contact' and subject_id = any(${hers})`.execute(tx);
  // The same file may hang elsewhere: its content goes with the last place.
  await sql`delete from attachment_contents c where c.tenant_id = ${tenant}
    and exists (select from attachments a where a.tenant_id = c.tenant_id and a.sha256 = c.sha256
      and a.subject_kind = 'contact' and a.subject_id = any(${hers}))
    and not exists (select from attachments a where a.tenant_id = c.tenant_id and a.sha256 = c.sha256
      and a.deleted_at is null)`.execute(tx);
  await sql`delete from import_parts p where p.tenant_id = ${tenant} and p.import_id in (
    select import_id from contacts where tenant_id = ${tenant} and id = any(${hers}) and import_id is not null
    union select import_id from import_changes where tenant_id = ${tenant} and record_id = any(${hers}))`.execute(tx);
  await sql`delete from import_changes where tenant_id = ${tenant} and record_id = any(${hers})`.execute(tx);
  await sql`delete from external_ids where tenant_id = ${tenant} and noun = 'contact'
    and record_id = any(${hers})`.execute(tx);
}
