import { sql } from 'kysely';
import { refuse } from '#shared/refusal.ts';
import type { Actor } from '#permissions/actor.ts';
import type { ReadTx } from '#platform/database/database.server.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { decide } from '#platform/http/refused.server.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { refuseErasure, refuseHold, type ErasurePreview } from '#compliance/erasure/erasure.ts';
import { erasePerson } from '#compliance/erasure/erase-person.server.ts';
import type { Eraser } from '#compliance/erasure/eraser.server.ts';
import { exportPerson } from '#compliance/erasure/export-person.server.ts';
import { countMentions, eventsAbout } from '#compliance/erasure/mentions.server.ts';
import { personOf, type Person } from '#compliance/erasure/person.server.ts';
import { personRightsContract } from '#compliance/erasure/person-rights.contract.ts';

/** @param erasers what other slices do in the same transaction: composed in src/app */
export function personRightsHandlers(erasers: readonly Eraser[]) {
  return serve(personRightsContract, {
    export: async ({ actor, tx, record, now }, { id, reason }) => {
      const person = await personOf(tx, actor, id);
      decide(refuseWritten(reason));
      const held = await exportPerson(tx, actor, person, now);
      await record({
        type: 'contact.exported',
        subject: { kind: 'contact', id: person.id },
        data: { name: person.name, reason },
      });
      return { person: held };
    },

    preview: async ({ actor, db }, { id }) => previewOf(db, actor, await personOf(db, actor, id)),

    hold: async ({ actor, tx, record, now }, { id, reason, standing }) => {
      await lockPerson(tx, actor, id);
      const person = await personOf(tx, actor, id);
      decide(refuseWritten(reason));
      if (reason === (person.hold?.reason ?? null)) return previewOf(tx, actor, person);
      decide(refuseHold(person.hold, standing));
      await sql`update contacts set hold_reason = ${reason}, hold_by = ${reason === null ? null : actor.userId}::uuid,
          hold_at = ${reason === null ? null : now}::timestamptz
        where tenant_id = ${actor.tenantId}::uuid and id = ${person.id}::uuid`.execute(tx);
      await record({
        type: reason === null ? 'contact.holdLifted' : 'contact.held',
        subject: { kind: 'contact', id: person.id },
        data: { name: person.name, ...(reason !== null && { reason }) },
      });
      return previewOf(tx, actor, await personOf(tx, actor, id));
    },

    erase: async (context, { id, version, ground }) => {
      const { actor, tx } = context;
      await lockPerson(tx, actor, id);
      const person = await personOf(tx, actor, id);
      if (person.version !== version) return refuse('record.changed', { version: person.version });
      decide(refuseErasure(person.hold));
      await erasePerson(context, person, ground, erasers);
      return { pseudonym: person.blanking.pseudonym };
    },
  });
}

async function lockPerson(tx: ReadTx, { tenantId }: Actor, id: string): Promise<void> {
  await sql`select id from contacts where tenant_id = ${tenantId}::uuid and id = ${id}::uuid for update`.execute(tx);
}

type Counts = Omit<{ [what in ErasurePreview['goes'][number]['what']]: number }, 'mentions' | 'events' | 'fields'> & {
  gifts: number;
  evidence: number;
  deals: number;
};

async function previewOf(db: ReadTx, { tenantId }: Actor, person: Person): Promise<ErasurePreview> {
  const ids = sql`${person.ids}::uuid[]`;
  const tenant = sql`${tenantId}::uuid`;
  const on = sql`tenant_id = ${tenant} and subject_kind = 'contact' and subject_id = any(${ids})`;
  const { rows } = await sql<Counts>`select
    (select count(*) from contact_employments where tenant_id = ${tenant} and contact_id = any(${ids}))::int as jobs,
    (select count(*) from personal_facts where tenant_id = ${tenant} and contact_id = any(${ids})
      and blanked_at is null)::int as facts,
    (select count(*) from notes where ${on})::int as notes,
    (select count(*) from tasks where ${on})::int as tasks,
    (select count(*) from attachments where ${on} and deleted_at is null)::int as files,
    (select count(*) from import_changes where tenant_id = ${tenant} and record_id = any(${ids}))::int as imported,
    (select count(*) from gift_people where tenant_id = ${tenant} and contact_id = any(${ids}))::int as gifts,
    (select count(*) from evidence where tenant_id = ${tenant} and source_id = any(${person.ids}))::int as evidence,
    (select count(*) from deals where tenant_id = ${tenant} and facts::text ~ ${person.ids.join('|')})::int as deals`.execute(
    db,
  );
  const { gifts, evidence, deals, ...goes } = rows[0]!;
  const mentions = await countMentions(db, tenantId, person);
  const events = (await eventsAbout(db, tenantId, person)).length;
  const all = { fields: person.ids.length, ...goes, mentions, events };
  return {
    contact: { id: person.id, name: person.name, version: person.version },
    pseudonym: person.blanking.pseudonym,
    hold: person.hold,
    goes: listed(all),
    stays: listed({ gifts, evidence, deals }),
    everywhere: person.everywhere,
  };
}

/** What there is of, in the order it was counted. */
function listed<W extends string>(counts: { [what in W]: number }): { what: W; count: number }[] {
  return Object.entries<number>(counts)
    .map(([what, count]) => ({ what: what as W, count }))
    .filter(({ count }) => count > 0);
}
