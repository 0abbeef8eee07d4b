import { changes } from '#platform/events/event.ts';
import { saved } from '#platform/database/saved.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide, Refused } from '#platform/http/refused.server.ts';
import { newId } from '#platform/id.server.ts';
import { gramsOf } from '#platform/search/grams.server.ts';
import { decideState, refuseChange, refuseFields } from '#partners/decide-partner.ts';
import { partnerKeys, type Partner, type PartnerFields, type PartnerState } from '#partners/partner.ts';
import { onePartner, partnersAlike } from '#partners/partner-rows.server.ts';
import { refuse } from '#shared/refusal.ts';
import { colleague } from '#team/colleague-store.server.ts';

type NewPartner = PartnerFields & { state: PartnerState; ownerId?: string | undefined; confirm: boolean };

export async function createPartner({ actor, tx, record, now }: CommandContext, input: NewPartner) {
  const { confirm, state, ownerId = actor.userId, ...fields } = input;
  decide(refuseFields(fields));
  const known = await partnersAlike(tx, actor.tenantId, fields);
  const sameCode = known.find(({ why }) => why.includes('code'));
  if (sameCode) return refuse('partner.codeTaken', sameCode);
  if (known.length > 0 && !confirm) return refuse('partner.maybeDuplicate', { candidates: known });
  const owner = await colleague(tx, actor.tenantId, ownerId);
  const id = newId();
  const tidied = tidy(fields);
  const kept = { ...blank, ...tidied, state, ownerId: owner.id };
  await tx
    .insertInto('partners')
    .values({
      tenant_id: actor.tenantId,
      id,
      state,
      owner_id: owner.id,
      team_id: owner.teamId,
      created_at: now,
      updated_at: now,
      ...toColumns({ ...blank, ...tidied }),
    } as never)
    .execute()
    .catch(asCodeTaken);
  await record({ type: 'partner.created', subject: { kind: 'partner', id }, data: { name: fields.name, after: kept } });
  return onePartner(tx, actor, id);
}

type Change = Partial<PartnerFields> & { id: string; version: number; ownerId?: string | undefined };

export async function updatePartner(
  { actor, tx, record, now }: CommandContext,
  { id, version, ownerId, ...fields }: Change,
) {
  const before = await onePartner(tx, actor, id);
  const wanted: Partial<Partner> = { ...tidy(fields), ...(ownerId && { ownerId }) };
  decide(refuseChange(before) ?? refuseFields({ ...before, ...wanted }));
  const changed = changes(before, wanted);
  if (!changed) return before;
  if (changed.after.creditCode) {
    const [known] = await partnersAlike(tx, actor.tenantId, { creditCode: changed.after.creditCode }, id);
    if (known) return refuse('partner.codeTaken', known);
  }
  const owner = changed.after.ownerId ? await colleague(tx, actor.tenantId, changed.after.ownerId) : null;
  const columns = {
    ...toColumns(pickFields({ ...before, ...wanted })),
    ...(owner && { owner_id: owner.id, team_id: owner.teamId }),
    updated_at: now,
  };
  await saved(tx, 'partners', { tenantId: actor.tenantId, id, version }, columns, ['id']).catch(asCodeTaken);
  const after = await onePartner(tx, actor, id);
  await record({ type: 'partner.changed', subject: { kind: 'partner', id }, data: { name: after.name, ...changed } });
  return after;
}

type StateChange = { id: string; version: number; state: PartnerState; reason?: string | null | undefined };

export async function setPartnerState(
  { actor, tx, record, now }: CommandContext,
  { id, version, state, reason }: StateChange,
) {
  const before = await onePartner(tx, actor, id);
  const { stateReason } = decide(refuseChange(before) ?? decideState(state, reason ?? null));
  const columns = { state, state_reason: stateReason, updated_at: now };
  await saved(tx, 'partners', { tenantId: actor.tenantId, id, version }, columns, ['id']);
  await record({
    type: 'partner.stateChanged',
    subject: { kind: 'partner', id },
    data: { name: before.name, before: { state: before.state }, after: { state }, ...(reason && { reason }) },
  });
  return onePartner(tx, actor, id);
}

const blank = { creditCode: null, province: null, city: null, contractFrom: null, contractUntil: null, note: null };

/** What is empty is not known. */
function tidy(fields: Partial<PartnerFields>): Partial<PartnerFields> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, value === '' ? null : value]),
  );
}

function pickFields({ name, kind, creditCode, province, city, contractFrom, contractUntil, note }: Partner) {
  return { name, kind, creditCode, province, city, contractFrom, contractUntil, note };
}

/** All fields as columns, with the keys that follow from them. */
function toColumns(fields: Partial<PartnerFields>) {
  const { name = '', kind, creditCode, province, city, contractFrom, contractUntil, note } = fields;
  return {
    name,
    name_key: partnerKeys({ name }).nameKey ?? name,
    kind,
    credit_code: creditCode,
    province,
    city,
    contract_from: contractFrom,
    contract_until: contractUntil,
    note,
    grams: gramsOf([name, creditCode]),
  };
}

/** Two people enter the same code at once: the unique index decides. */
function asCodeTaken(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === '23505' && constraint === 'partners_credit_code')
    throw new Refused(refuse('partner.codeTaken', { name: null, ownerName: null }));
  throw error;
}
