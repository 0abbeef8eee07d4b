import type { CommandContext } from '#platform/http/handlers.server.ts';
import { found } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import { settlePeople } from '#deals/deal-people-store.server.ts';
import type { EvidenceFields } from '#deals/deal-gate.ts';
import { addEvidence } from '#deals/new-evidence-store.server.ts';
import type { Day } from '#shared/day.ts';
import { refuse, type Refusal } from '#shared/refusal.ts';
import type { ChainView } from '#chain/chain.contract.ts';
import { replay } from '#chain/chain-history.ts';
import type { CoachSignal } from '#chain/coach.ts';
import { inheritedMap } from '#chain/inheritance.ts';
import type { Telling } from '#chain/reliability.ts';
import { heldSubject, refuseUnknownEvidence } from '#chain/store/change-chain.server.ts';
import { namesOf } from '#chain/store/chain-maps-store.server.ts';
import { mapsOf, viewOf, type Subject } from '#chain/store/chain-view.server.ts';

type OfPerson = { readonly personId: string; readonly on: Day };
type NewSign = OfPerson & {
  id: string;
  signal: CoachSignal;
  occasion?: string | null | undefined;
  evidence: { id: string } | Pick<EvidenceFields, 'check' | 'strength' | 'statement'>;
};

/** A sign of a coach was seen: with evidence that is there, or with new evidence of which the person is the source. */
export async function recordSign(
  context: CommandContext,
  { id, evidence, ...sign }: NewSign,
): Promise<ChainView | Refusal> {
  const { tx, actor, now, record } = context;
  const subject = await heldSubject(context, 'deal', id);
  const person = await personOf(context, subject, sign);
  if ('refused' in person) return person;
  const refused = refuseWritten(sign.occasion);
  if (refused) return refused;
  const { personId, signal, on, occasion } = sign;
  if ('id' in evidence) await refuseUnknownEvidence(tx, actor, subject, evidence.id);
  const evidenceId = 'id' in evidence ? evidence.id : await newEvidence(context, id, person, { on, ...evidence });
  await tx
    .insertInto('chain_signs')
    .values({
      tenant_id: actor.tenantId,
      id: newId(),
      deal_id: id,
      contact_id: personId,
      signal,
      on_day: on,
      occasion: occasion ?? null,
      evidence_id: evidenceId,
      recorded_by: actor.userId,
      recorded_at: now,
    })
    .execute();
  await record({ type: 'deal.coachSignSeen', ...about(subject), data: { name: subject.name } });
  await settlePeople(context, { dealIds: [id] });
  return viewOf(tx, actor, subject);
}

async function newEvidence(
  context: CommandContext,
  dealId: string,
  { id, name }: { id: string; name: string },
  { on, ...fields }: Pick<EvidenceFields, 'check' | 'strength' | 'statement'> & { on: Day },
): Promise<string> {
  const source = { kind: 'stakeholder' as const, id, name };
  const added = await addEvidence(context, dealId, { ...fields, direction: 'supports', source, observedOn: on });
  return added.record.id;
}

/** Something that a person told us, to be proven or not. */
export async function recordTelling(
  context: CommandContext,
  { id, statement, ...told }: OfPerson & { id: string; statement: string },
): Promise<ChainView | Refusal> {
  const { tx, actor, now, record } = context;
  const subject = await heldSubject(context, 'deal', id);
  const person = await personOf(context, subject, told);
  if ('refused' in person) return person;
  const refused = refuseWritten(statement);
  if (refused) return refused;
  await tx
    .insertInto('chain_tellings')
    .values({
      tenant_id: actor.tenantId,
      id: newId(),
      deal_id: id,
      contact_id: told.personId,
      on_day: told.on,
      statement,
      outcome: 'open',
      recorded_by: actor.userId,
      recorded_at: now,
    })
    .execute();
  await record({ type: 'deal.tellingRecorded', ...about(subject), data: { name: subject.name } });
  return viewOf(tx, actor, subject);
}

type Settling = Pick<Telling, 'outcome' | 'settledOn'> & { id: string; tellingId: string };

/** Time has shown whether it was true; 'open' takes that back. */
export async function settleTelling(
  context: CommandContext,
  { id, tellingId, outcome, settledOn }: Settling,
): Promise<ChainView | Refusal> {
  const { tx, actor, today, record } = context;
  const subject = await heldSubject(context, 'deal', id);
  const day = outcome === 'open' ? null : (settledOn ?? today);
  if (day && day > today) return refuse('chain.future');
  const settled = await tx
    .updateTable('chain_tellings')
    .set({ outcome, settled_on: day })
    .where('tenant_id', '=', actor.tenantId)
    .where('deal_id', '=', id)
    .where('id', '=', tellingId)
    .returning('id')
    .executeTakeFirst();
  found(settled);
  await record({ type: 'deal.tellingSettled', ...about(subject), data: { name: subject.name } });
  return viewOf(tx, actor, subject);
}

function about({ id, accountId }: Subject) {
  return { subject: { kind: 'deal', id }, accountId };
}

/** The person as the deal's map has them. */
async function personOf({ tx, actor, today }: CommandContext, subject: Subject, { personId, on }: OfPerson) {
  if (on > today) return refuse('chain.future');
  const maps = await mapsOf(tx, actor.tenantId, subject);
  const names = await namesOf(tx, actor.tenantId, [personId]);
  const { map } = inheritedMap(replay(maps.account).items, replay(maps.deal).items, names);
  const person = map.nodes.find((node) => node.kind === 'person' && node.id === personId);
  return person ?? refuse('chain.notOnMap');
}
