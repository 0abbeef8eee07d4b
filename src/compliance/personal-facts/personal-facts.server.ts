import { can } from '#permissions/actor.ts';
import { holdSubject, subjectOf } from '#platform/database/subject.server.ts';
import { saved } from '#platform/database/saved.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { decide, Refused } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { refuse } from '#shared/refusal.ts';
import { decideFact, refuseReveal } from '#compliance/personal-facts/decide-fact.ts';
import {
  factsAbout,
  holdFact,
  looksAt,
  masked,
  maySeeLooks,
  oneFact,
  teamOf,
  type KeptFact,
} from '#compliance/personal-facts/fact-rows.server.ts';
import type { Blanking } from '#compliance/personal-facts/personal-fact.ts';
import { personalFactsContract } from '#compliance/personal-facts/personal-facts.contract.ts';
import { privacyPolicy } from '#compliance/personal-facts/privacy-policy.server.ts';

export const personalFactHandlers = serve(personalFactsContract, {
  list: async ({ actor, db }, { contactId }) => {
    const { id } = await subjectOf(db, actor, { kind: 'contact', id: contactId });
    const facts = await factsAbout(db, actor, id);
    const { policy } = await privacyPolicy.current(db, actor.tenantId);
    const may = {
      write: can(actor, 'contact.write'),
      reveal: can(actor, 'person.reveal'),
      seeLooks: maySeeLooks(actor, await teamOf(db, actor.tenantId, id)),
    };
    return { facts: facts.map(masked), policy, may };
  },

  looks: async ({ actor, db }, { contactId }) => {
    const { id } = await subjectOf(db, actor, { kind: 'contact', id: contactId });
    if (!maySeeLooks(actor, await teamOf(db, actor.tenantId, id)))
      return refuse('permission.missing', { permission: 'audit.read' });
    return { looks: await looksAt(db, actor.tenantId, id) };
  },

  record: async ({ actor, tx, record, now, today }, { contactId, ...fields }) => {
    const contact = await holdSubject(tx, actor, { kind: 'contact', id: contactId });
    const { policy } = await privacyPolicy.current(tx, actor.tenantId);
    const { consent, expiresOn, ...fact } = decide(decideFact(fields, policy, today));
    const id = newId();
    await tx
      .insertInto('personal_facts')
      .values({
        tenant_id: actor.tenantId,
        id,
        contact_id: contact.id,
        ...fact,
        consent_on: consent?.on ?? null,
        consent_how: consent?.how ?? null,
        consent_scope: consent?.scope ?? null,
        expires_on: expiresOn,
        recorded_by: actor.userId,
        recorded_at: now,
      })
      .execute();
    // What it says stays out: an append-only history must not keep what a person may have erased.
    await record({
      type: 'contact.factRecorded',
      subject: { kind: 'contact', id: contact.id },
      accountId: contact.accountId,
      data: { name: contact.name, kind: fact.kind, basis: fact.basis, purpose: fact.purpose, expiresOn },
    });
    return masked(await oneFact(tx, actor, id));
  },

  reveal: async ({ actor, tx, record }, { id, reason }) => {
    const fact = await oneFact(tx, actor, id);
    const { policy } = await privacyPolicy.current(tx, actor.tenantId);
    decide(refuseReveal(fact, policy, reason));
    // Not in the contact's timeline, which everybody who sees her reads.
    await record({
      type: 'sensitive.viewed',
      subject: { kind: 'personalFact', id },
      data: { name: fact.contactName, contactId: fact.contactId, fields: [fact.kind], reason },
    });
    return { value: fact.value };
  },

  withdraw: async (context, { id, version }) => {
    const fact = await holdFact(context.tx, context.actor, id);
    if (fact.basis !== 'consent') return refuse('personalFact.noConsent');
    return blank(context, { ...fact, version }, 'withdrawn');
  },

  remove: async (context, { id, version }) =>
    blank(context, { ...(await holdFact(context.tx, context.actor, id)), version }, 'removed'),

  policy: async ({ actor, db }) => privacyPolicy.current(db, actor.tenantId),
  changePolicy: (context, { version, policy }) => privacyPolicy.change(context, { version, value: policy }),
});

/** The row stays to tell that there was something, and why it is gone. */
async function blank({ actor, tx, record, now }: CommandContext, fact: KeptFact, why: Blanking) {
  if (fact.value === null) throw new Refused(refuse('personalFact.blanked'));
  const at = { tenantId: actor.tenantId, id: fact.id, version: fact.version };
  const columns = { value: null, reason: null, consent_how: null, consent_scope: null };
  await saved(tx, 'personal_facts', at, { ...columns, source: '', blanked_at: now, blanked_why: why }, ['id']);
  await record({
    type: 'contact.factBlanked',
    subject: { kind: 'contact', id: fact.contactId },
    accountId: fact.accountId,
    data: { name: fact.contactName, kind: fact.kind, why },
  });
  return masked(await oneFact(tx, actor, fact.id));
}
