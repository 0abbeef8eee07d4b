import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import { refuse } from '#shared/refusal.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { contactVisibleTo, holdSubject, subjectOf } from '#platform/database/subject.server.ts';
import { visibleTo } from '#platform/database/visible.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { decide, found } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { onePartner } from '#partners/partner-rows.server.ts';
import { refuseTie, type PartnerPerson, type PartnerTie } from '#partners/ties/partner-tie.ts';
import { tiesContract, type PartnerTies } from '#partners/ties/ties.contract.ts';

export const tieHandlers = serve(tiesContract, {
  ofPartner: async ({ actor, db }, { id }) => {
    await onePartner(db, actor, id);
    return tiesOf(db, actor, id);
  },

  ofAccount: async ({ actor, db }, { id }) => {
    const account = await subjectOf(db, actor, { kind: 'account', id });
    const at = sql<boolean>`(t.account_id = ${account.id}::uuid or c.account_id = ${account.id}::uuid)`;
    return { ties: await seenTies(db, actor, at) };
  },

  addTie: async ({ actor, tx, now, record }, { id, ...fields }) => {
    const partner = await onePartner(tx, actor, id);
    decide(refuseTie(fields));
    const { target, kind, strength, source, note } = fields;
    const end =
      target === 'rival'
        ? null
        : await holdSubject(tx, actor, {
            kind: target,
            id: (target === 'contact' ? fields.contactId : fields.accountId)!,
          });
    await tx
      .insertInto('partner_ties')
      .values({
        tenant_id: actor.tenantId,
        id: newId(),
        partner_id: id,
        target,
        contact_id: target === 'contact' ? end!.id : null,
        account_id: target === 'account' ? end!.id : null,
        rival: target === 'rival' ? fields.rival! : null,
        kind,
        strength,
        source,
        note: note || null,
        created_by: actor.userId,
        created_at: now,
      })
      .execute();
    await record({
      type: 'partner.tied',
      subject: { kind: 'partner', id },
      accountId: end?.accountId ?? null,
      data: { name: partner.name, partnerName: partner.name, what: end?.name ?? fields.rival ?? '', kind },
    });
    return tiesOf(tx, actor, id);
  },

  removeTie: async ({ actor, tx, record }, { id, tieId }) => {
    const partner = await onePartner(tx, actor, id);
    const tie = found(
      (await seenTies(tx, actor, sql<boolean>`t.id = ${tieId}::uuid and t.partner_id = ${id}::uuid`))[0],
    );
    if (!partner.mine && tie.createdById !== actor.userId)
      return refuse('tie.notYours', { ownerName: partner.ownerName });
    await tx.deleteFrom('partner_ties').where('tenant_id', '=', actor.tenantId).where('id', '=', tieId).execute();
    await record({
      type: 'partner.untied',
      subject: { kind: 'partner', id },
      accountId: tie.accountId,
      data: {
        name: partner.name,
        partnerName: partner.name,
        what: tie.contactName ?? tie.rival ?? tie.accountName ?? '',
      },
    });
    return tiesOf(tx, actor, id);
  },

  addPerson: async ({ actor, tx, now, record }, { id, name, title, phone, contactId }) => {
    const partner = await onePartner(tx, actor, id);
    decide(refuseWritten(name, title, phone));
    const contact = contactId ? await holdSubject(tx, actor, { kind: 'contact', id: contactId }) : null;
    const values = { name, title: title || null, phone: phone || null, contact_id: contact?.id ?? null };
    await tx
      .insertInto('partner_people')
      .values({ tenant_id: actor.tenantId, id: newId(), partner_id: id, ...values, created_at: now })
      .execute();
    await record({
      type: 'partner.personAdded',
      subject: { kind: 'partner', id },
      data: { name: partner.name, what: name },
    });
    return tiesOf(tx, actor, id);
  },

  removePerson: async ({ actor, tx, record }, { id, personId }) => {
    const partner = await onePartner(tx, actor, id);
    if (!partner.mine) return refuse('tie.notYours', { ownerName: partner.ownerName });
    const { rows } = await sql<{ name: string }>`
      delete from partner_people where tenant_id = ${actor.tenantId}::uuid and partner_id = ${id}::uuid
        and id = ${personId}::uuid returning name`.execute(tx);
    const person = found(rows[0]);
    await record({
      type: 'partner.personRemoved',
      subject: { kind: 'partner', id },
      data: { name: partner.name, what: person.name },
    });
    return tiesOf(tx, actor, id);
  },
});

/** Its people, and the ties whose other end the reader may see; of the others only how many. */
async function tiesOf(db: ReadTx, actor: Actor, partnerId: string): Promise<PartnerTies> {
  const own = sql<boolean>`t.partner_id = ${partnerId}::uuid`;
  const [people, ties, { rows }] = await Promise.all([
    peopleOf(db, actor, partnerId),
    seenTies(db, actor, own),
    sql<{ all: number }>`select count(*)::int as all from partner_ties t
      where t.tenant_id = ${actor.tenantId}::uuid and ${own}`.execute(db),
  ]);
  return { people, ties, hidden: rows[0]!.all - ties.length };
}

async function peopleOf(db: ReadTx, actor: Actor, partnerId: string): Promise<PartnerPerson[]> {
  const { rows } = await sql<PartnerPerson>`
    select p.id, p.name, p.title, p.phone, c.id as "contactId"
    from partner_people p
    left join contacts c on c.tenant_id = p.tenant_id and c.id = p.contact_id and ${contactVisibleTo(actor, 'c')}
    where p.tenant_id = ${actor.tenantId}::uuid and p.partner_id = ${partnerId}::uuid
    order by p.created_at, p.id limit 200`.execute(db);
  return rows;
}

async function seenTies(db: ReadTx, actor: Actor, which: RawBuilder<boolean>): Promise<PartnerTie[]> {
  const { rows } = await sql<PartnerTie>`
    select t.id, t.partner_id as "partnerId", p.name as "partnerName", t.target, c.id as "contactId",
      c.name as "contactName", c.title as "contactTitle", a.id as "accountId", a.name as "accountName", t.rival, t.kind,
      t.strength, t.source, t.note, t.created_by as "createdById", u.name as "createdByName", t.created_at as "createdAt"
    from partner_ties t
    join partners p on p.tenant_id = t.tenant_id and p.id = t.partner_id
    join users u on u.tenant_id = t.tenant_id and u.id = t.created_by
    left join contacts c on c.tenant_id = t.tenant_id and c.id = t.contact_id and ${contactVisibleTo(actor, 'c')}
    left join accounts a on a.tenant_id = t.tenant_id and a.id = coalesce(t.account_id, c.account_id)
      and ${visibleTo(actor, 'a')}
    where t.tenant_id = ${actor.tenantId}::uuid and ${which}
      and (t.target = 'rival' or c.id is not null or (t.target = 'account' and a.id is not null))
    order by t.strength desc, t.created_at, t.id limit 200`.execute(db);
  return rows;
}
