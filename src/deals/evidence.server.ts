import { sql } from 'kysely';
import type { Actor } from '#permissions/actor.ts';
import { standingEvidence, type EvidenceRecord } from '#method/evidence.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import { refuseWritten } from '#compliance/written-text.ts';
import type { Day, Instant } from '#shared/day.ts';
import { refuse, type Refusal } from '#shared/refusal.ts';
import type { ReadTx, Tx } from '#platform/database/database.server.ts';
import { newId } from '#platform/id.server.ts';
import { survivingSource } from '#people/surviving-store.server.ts';
import type { Deal } from '#deals/deal.ts';
import type { EvidenceFields, EvidenceView } from '#deals/deal-gate.ts';

/** What a retraction leaves out is null there, and never of evidence (a check of the table). */
type RecordRow = {
  id: string;
  kind: 'evidence' | 'retraction';
  check_id: string | null;
  signal_id: string | null;
  direction: 'supports' | 'refutes' | null;
  strength: 'rumour' | 'said' | 'done' | 'written' | null;
  statement: string;
  source_kind: 'stakeholder' | 'channel' | 'document' | 'observation' | null;
  source_id: string | null;
  observed_on: Day | null;
  recorded_by: string;
  retracts: string | null;
  playbook_id: string | null;
  playbook_version: number | null;
};

type EvidenceRow = RecordRow & {
  source_name: string | null;
  recorded_at: Instant;
  recorded_by_name: string | null;
  attachment_id: string | null;
};

/** What a record is made of, from the evidence table aliased `e`. */
const recordColumns = sql`e.id, e.kind, e.check_id, e.signal_id, e.direction, e.strength, e.statement, e.source_kind,
  ${survivingSource('e')} as source_id, e.observed_on, e.recorded_by, e.retracts, e.playbook_id, e.playbook_version`;

/** All evidence of a deal as it was recorded, oldest first. @param until leave out what was recorded later */
export async function evidenceOf(
  db: ReadTx,
  tenantId: string,
  dealId: string,
  until: Instant | null = null,
): Promise<{ records: EvidenceRecord[]; views: EvidenceView[] }> {
  const { rows } = await sql<EvidenceRow>`
    select ${recordColumns}, e.source_name, e.recorded_at, e.attachment_id, u.name as recorded_by_name
    from evidence e left join users u on u.tenant_id = e.tenant_id and u.id = e.recorded_by
    where e.tenant_id = ${tenantId} and e.deal_id = ${dealId}
      and (${until}::timestamptz is null or e.recorded_at <= ${until}::timestamptz)
    order by e.id`.execute(db);
  const records = rows.map(toRecord);
  const standing = standingIds(records);
  return { records, views: rows.map((row, i) => toView(row, records[i]!, standing)) };
}

/**
 * The evidence of many deals at once, as it was recorded, by deal, oldest first.
 *
 * @param untils for each deal, leave out what was recorded later
 */
export async function evidenceRecordsOf(
  db: ReadTx,
  tenantId: string,
  dealIds: readonly string[],
  untils?: readonly Instant[],
): Promise<Map<string, EvidenceRecord[]>> {
  const among = untils
    ? sql`join unnest(${[...dealIds]}::uuid[], ${[...untils]}::timestamptz[]) as chosen (id, until)
        on chosen.id = e.deal_id and e.recorded_at <= chosen.until where e.tenant_id = ${tenantId}`
    : sql`where e.tenant_id = ${tenantId} and e.deal_id = any(${[...dealIds]}::uuid[])`;
  const { rows } = await sql<RecordRow & { deal_id: string }>`
    select ${recordColumns}, e.deal_id from evidence e ${among} order by e.id`.execute(db);
  const byDeal = new Map<string, EvidenceRecord[]>();
  for (const row of rows) {
    const known = byDeal.get(row.deal_id);
    if (known) known.push(toRecord(row));
    else byDeal.set(row.deal_id, [toRecord(row)]);
  }
  return byDeal;
}

function toRecord(row: RecordRow): EvidenceRecord {
  const { id, statement } = row;
  const recordedBy = row.recorded_by;
  if (row.kind === 'retraction')
    return { kind: 'retraction', id, retracts: row.retracts!, reason: statement, recordedBy };
  return {
    kind: 'evidence',
    id,
    check: row.check_id!,
    statement,
    ...(row.signal_id && { signal: row.signal_id }),
    direction: row.direction!,
    strength: row.strength!,
    source: { kind: row.source_kind!, ...(row.source_id && { id: row.source_id }) },
    observedOn: row.observed_on!,
    recordedBy,
    ...(row.retracts && { retracts: row.retracts }),
    ...(row.playbook_id && { under: { playbookId: row.playbook_id, version: row.playbook_version! } }),
  };
}

function standingIds(records: readonly EvidenceRecord[]): Set<string> {
  return new Set(standingEvidence(records).map(({ id }) => id));
}

function toView(row: EvidenceRow, record: EvidenceRecord, standing: ReadonlySet<string>): EvidenceView {
  return {
    record,
    stands: standing.has(row.id),
    sourceName: row.source_name,
    recordedAt: row.recorded_at,
    recordedByName: row.recorded_by_name,
    attachmentId: row.attachment_id,
  };
}

/** May this join the deal's evidence? Source: Domain §5, §12. */
export function refuseEvidence(
  fields: EvidenceFields,
  compiled: CompiledPlaybook,
  records: readonly EvidenceRecord[],
  today: Day,
): Refusal | null {
  const check = compiled.checkById.get(fields.check)?.check;
  if (!check || (fields.signal && !check.signals.some(({ id }) => id === fields.signal)))
    return refuse('evidence.checkUnknown');
  if (fields.observedOn > today) return refuse('evidence.future');
  if (fields.retracts && !records.some(({ id }) => id === fields.retracts)) return refuse('evidence.retractsUnknown');
  return refuseWritten(fields.statement, fields.source.name);
}

/** Appends what somebody saw or heard, under the deal's present method. @returns it as the deal page shows it */
export function insertEvidence(
  tx: Tx,
  actor: Actor,
  { id: dealId, playbookId, playbookVersion }: Pick<Deal, 'id' | 'playbookId' | 'playbookVersion'>,
  fields: EvidenceFields,
  now: Instant,
): Promise<EvidenceView> {
  return append(tx, actor, dealId, now, {
    kind: 'evidence',
    check_id: fields.check,
    signal_id: fields.signal ?? null,
    direction: fields.direction,
    strength: fields.strength,
    statement: fields.statement,
    source_kind: fields.source.kind,
    source_id: fields.source.id ?? fields.source.name ?? null,
    source_name: fields.source.name ?? null,
    observed_on: fields.observedOn,
    attachment_id: fields.attachmentId ?? null,
    retracts: fields.retracts ?? null,
    playbook_id: playbookId,
    playbook_version: playbookVersion,
  });
}

/** Takes a record back: a record of its own, which says why. */
export function insertRetraction(
  tx: Tx,
  actor: Actor,
  dealId: string,
  retracts: string,
  reason: string,
  now: Instant,
): Promise<EvidenceView> {
  return append(tx, actor, dealId, now, { ...blank, kind: 'retraction', statement: reason, retracts });
}

const blank = {
  check_id: null,
  signal_id: null,
  direction: null,
  strength: null,
  source_kind: null,
  source_id: null,
  source_name: null,
  observed_on: null,
  attachment_id: null,
  playbook_id: null,
  playbook_version: null,
};

type Appended = Omit<EvidenceRow, 'id' | 'recorded_at' | 'recorded_by' | 'recorded_by_name'>;

async function append(tx: Tx, actor: Actor, dealId: string, now: Instant, fields: Appended): Promise<EvidenceView> {
  const row = { ...fields, id: newId(), recorded_at: now, recorded_by: actor.userId };
  await tx
    .insertInto('evidence')
    .values({ ...row, tenant_id: actor.tenantId, deal_id: dealId })
    .execute();
  const record = toRecord(row);
  return toView({ ...row, recorded_by_name: actor.name }, record, standingIds([record]));
}
