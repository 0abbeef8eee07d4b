import { sql } from 'kysely';
import { can } from '#permissions/actor.ts';
import { changes } from '#platform/events/event.ts';
import { customFieldsOf } from '#platform/database/custom-fields.server.ts';
import { saved } from '#platform/database/saved.server.ts';
import { holdSubject } from '#platform/database/subject.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { decide } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import { refuseWrittenOfHer } from '#compliance/written-text.ts';
import { decideCustom } from '#fields/custom.ts';
import { discreet, freeTexts, type Contact, type ContactFields } from '#people/contact.ts';
import { contactsLike } from '#people/contact-lookups.server.ts';
import { mergeContacts } from '#people/contact-merge.server.ts';
import {
  contactColumns,
  countsOf,
  employmentsOf,
  filteredContacts,
  oneContact,
  toColumns,
  typed,
} from '#people/contact-rows.server.ts';
import { contactsContract } from '#people/contacts.contract.ts';
import { closeEmployment, openEmployment, retitleEmployment } from '#people/employments.server.ts';
import { assignContacts, tagContacts } from '#people/many-contacts.server.ts';
import { deriveInformation } from '#information/information-store.server.ts';
import { refuse } from '#shared/refusal.ts';

export const contactHandlers = serve(contactsContract, {
  list: async ({ actor, db }, { sort, after, limit, order, ...filters }) => {
    const { query } = await filteredContacts(db, actor, filters);
    const by = sql.ref(sort === 'name' ? 'contacts.name' : 'contacts.updated_at');
    const { rows, next } = await onePage(
      query.select(contactColumns),
      { after, limit, order },
      by,
      sql.ref('contacts.id'),
    );
    return { rows: rows.map(typed), next };
  },

  show: async ({ actor, db }, { id }) => {
    const contact = await oneContact(db, actor, id);
    return {
      contact,
      employments: await employmentsOf(db, actor, contact.id),
      may: { write: can(actor, 'contact.write'), merge: can(actor, 'contact.merge') },
      counts: await countsOf(db, actor.tenantId, contact.id),
    };
  },

  duplicates: async ({ actor, db }, asked) => ({ candidates: await contactsLike(db, actor, asked) }),

  create: async (context, { accountId, custom, ...fields }) => {
    const { actor, tx, record, now } = context;
    const employer = accountId ? await holdSubject(tx, actor, { kind: 'account', id: accountId }) : null;
    const { values } = decide(decideCustom(await customFieldsOf(tx, actor.tenantId, 'contact'), {}, custom));
    decide(refuseWrittenOfHer(...freeTexts({ ...fields, custom: values })));
    const owner = await tx
      .selectFrom('users')
      .select('team_id')
      .where('tenant_id', '=', actor.tenantId)
      .where('id', '=', actor.userId)
      .executeTakeFirstOrThrow();
    const kept = { ...blank, ...tidy(fields), id: newId(), custom: values };
    const contact: Contact = {
      ...kept,
      accountId: employer?.id ?? null,
      accountName: employer?.name ?? null,
      ownerId: actor.userId,
      ownerName: actor.name,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    await tx
      .insertInto('contacts')
      .values({
        tenant_id: actor.tenantId,
        account_id: contact.accountId,
        owner_id: actor.userId,
        team_id: owner.team_id,
        created_at: now,
        updated_at: now,
        ...toColumns(kept, contact),
      } as never)
      .execute();
    if (employer) await openEmployment(tx, actor.tenantId, contact.id, employer.id, { ...kept, fromOn: null });
    await record({
      type: 'contact.created',
      subject: { kind: 'contact', id: contact.id },
      accountId: contact.accountId,
      data: { name: contact.name, after: { ...discreet(kept), accountId: contact.accountId, ownerId: actor.userId } },
    });
    await deriveInformation(context, [contact.accountId]);
    return contact;
  },

  update: async (context, { id, version, custom, ...fields }) => {
    const { actor, tx, record, now } = context;
    const before = await oneContact(tx, actor, id);
    const wanted: Partial<Contact> = tidy(fields);
    if (custom) {
      const rules = await customFieldsOf(tx, actor.tenantId, 'contact');
      wanted.custom = decide(decideCustom(rules, before.custom, custom)).values;
    }
    const changed = changes(before, wanted);
    if (!changed) return before;
    decide(refuseWrittenOfHer(...freeTexts(changed.after)));
    const columns = { ...toColumns(changed.after, { ...before, ...changed.after }), updated_at: now };
    await saved(tx, 'contacts', { tenantId: actor.tenantId, id: before.id, version }, columns, ['id']);
    if ('title' in changed.after || 'department' in changed.after) {
      await retitleEmployment(tx, actor.tenantId, before.id, { ...before, ...changed.after });
    }
    await record({
      type: 'contact.changed',
      subject: { kind: 'contact', id: before.id },
      accountId: before.accountId,
      data: {
        name: changed.after.name ?? before.name,
        before: discreet(changed.before),
        after: discreet(changed.after),
      },
    });
    await deriveInformation(context, [before.accountId]);
    return oneContact(tx, actor, before.id);
  },

  assignMany: assignContacts,
  tagMany: tagContacts,
  merge: mergeContacts,

  move: async (context, { id, version, accountId, on, title = null, department = null }) => {
    const { actor, tx, record, now } = context;
    const before = await oneContact(tx, actor, id);
    const employer = accountId ? await holdSubject(tx, actor, { kind: 'account', id: accountId }) : null;
    if ((employer?.id ?? null) === before.accountId) {
      return refuse('contact.sameEmployer', { accountName: before.accountName });
    }
    decide(refuseWrittenOfHer(title, department));
    const { tenantId } = actor;
    const columns = { account_id: employer?.id ?? null, title, department, updated_at: now };
    const after = { ...before, title, department };
    await saved(tx, 'contacts', { tenantId, id: before.id, version }, { ...columns, ...toColumns({}, after) }, ['id']);
    await closeEmployment(tx, tenantId, before, on);
    if (employer) await openEmployment(tx, tenantId, before.id, employer.id, { title, department, fromOn: on });
    const subject = { kind: 'contact', id: before.id };
    const data = { name: before.name, from: before.accountName, to: employer?.name ?? null, on };
    const was = { accountId: before.accountId, title: before.title, department: before.department };
    const is = { accountId: employer?.id ?? null, title, department };
    await record({
      type: 'contact.moved',
      subject,
      accountId: employer?.id ?? null,
      data: { ...data, before: was, after: is },
    });
    if (before.accountId) await record({ type: 'contact.left', subject, accountId: before.accountId, data });
    await deriveInformation(context, [before.accountId, employer?.id ?? null]);
    // Whoever does not own the contact may not see it at the new employer.
    return {
      ...after,
      accountId: employer?.id ?? null,
      accountName: employer?.name ?? null,
      version: version + 1,
      updatedAt: now,
    };
  },
});

const blank = { title: null, department: null, mobile: null, phone: null, email: null, wechat: null, tags: [] };

/** What is empty is not known. */
function tidy(fields: Partial<ContactFields>) {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, value === '' ? null : value]),
  ) as Omit<ContactFields, 'custom'>;
}
