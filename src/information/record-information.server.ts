import { sql } from 'kysely';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide, found, Refused } from '#platform/http/refused.server.ts';
import { subjectOf, type FoundSubject } from '#platform/database/subject.server.ts';
import { newId } from '#platform/id.server.ts';
import { refuse } from '#shared/refusal.ts';
import type { Text } from '#shared/messages.ts';
import { decideFact, factOf, refuseRow, type SubjectKind } from '#information/decide-information.ts';
import type { Told } from '#information/information.ts';
import { informationLists, rowName, type RowOf } from '#information/information-row.ts';
import { currentRecords, isRow, recordsOf, type Recorded } from '#information/information-rows.server.ts';
import { deriveInformation } from '#information/information-store.server.ts';
import type { Value } from '#information/information-value.ts';
import { saidOf } from '#information/information-words.ts';

type Context = CommandContext;
type Place = { item: string; rowId: string | null };
type Entry = Place & { state: 'known' | 'unknown' | 'cleared'; value: unknown; told: Told };
type Words = { what: Text; said: Text | null };

/**
 * The account or deal as the actor may see it, held against others who record of it until the transaction ends: they count
 * its records, as we do.
 */
async function held({ tx, actor }: Context, kind: SubjectKind, id: string): Promise<FoundSubject> {
  const subject = await subjectOf(tx, actor, { kind, id });
  const merged = kind === 'account' ? sql`and merged_into is null` : sql``;
  const { rows } = await sql`select id from ${sql.table(kind === 'account' ? 'accounts' : 'deals')}
    where tenant_id = ${actor.tenantId}::uuid and id = ${subject.id}::uuid ${merged} for no key update`.execute(tx);
  found(rows[0]);
  return subject;
}

type AskedFact = { id: string; item: string; version: number; value: Value | null; told: Told };

export async function recordFact(context: Context, kind: SubjectKind, asked: AskedFact): Promise<string> {
  const subject = await held(context, kind, asked.id);
  const fact = decide(decideFact(kind, asked, context.today));
  const { item, value, told } = asked;
  await append(context, subject, asked.version, {
    entry: { item, rowId: null, state: value === null ? 'unknown' : 'known', value, told },
    words: { what: fact.name, said: value === null ? null : saidOf(fact.type, value) },
  });
  return subject.id;
}

type AskedRow = { id: string; rowId?: string | undefined; version: number; content: RowOf; told: Told };

export async function recordRow(context: Context, kind: SubjectKind, asked: AskedRow): Promise<string> {
  const subject = await held(context, kind, asked.id);
  decide(refuseRow(asked.content, asked.told, context.today));
  const { content, told } = asked;
  if (asked.rowId) await standing(context, subject, { item: content.list, rowId: asked.rowId });
  const name = rowName(content);
  await append(context, subject, asked.version, {
    entry: { item: content.list, rowId: asked.rowId ?? newId(), state: 'known', value: content.row, told },
    words: { what: informationLists[content.list].name, said: { zh: name, en: name } },
  });
  return subject.id;
}

type Asked = { id: string; item: string; rowId?: string | undefined; version: number };

/** Takes back what is known: it stays in the history. That it no longer holds, is told by whoever takes it back. */
export async function removeInformation(context: Context, kind: SubjectKind, asked: Asked): Promise<string> {
  const subject = await held(context, kind, asked.id);
  const place = { item: asked.item, rowId: asked.rowId ?? null };
  const last = await standing(context, subject, place);
  const told: Told = { source: { kind: 'observation' }, observedOn: context.today, strength: 'done' };
  const entry = { ...place, state: 'cleared' as const, value: isRow(last) ? last.content.row : null, told };
  await append(context, subject, asked.version, { entry, words: wordsOf(last) });
  return subject.id;
}

function wordsOf(last: Recorded): Words {
  if (!isRow(last)) return { what: factOf(last.item)!.name, said: null };
  const name = rowName(last.content);
  return { what: informationLists[last.content.list].name, said: { zh: name, en: name } };
}

/** The record that stands there, or the one answer for what is not there. */
async function standing({ tx, actor }: Context, subject: FoundSubject, { item, rowId }: Place) {
  const records = await currentRecords(tx, actor, subject);
  return found(
    records.find((one) =>
      isRow(one) ? one.rowId === rowId && one.content.list === item : rowId === null && one.item === item,
    ),
  );
}

/** Adds a record after the one that the caller has seen; the facts of deals follow from an account's. */
async function append(
  context: Context,
  subject: FoundSubject,
  version: number,
  { entry, words }: { entry: Entry; words: Words },
): Promise<void> {
  const { tx, actor, now, record } = context;
  const { item, rowId, state, value, told } = entry;
  const { rows } = await sql<{ count: number; last: unknown }>`
    select count(*)::int as count, (array_agg(i.value order by i.recorded_at desc, i.id desc))[1] as last
    from information i where i.tenant_id = ${actor.tenantId}::uuid and ${recordsOf(subject)} and i.item = ${item}
      and i.row_id is not distinct from ${rowId}::uuid`.execute(tx);
  const { count, last } = rows[0]!;
  if (count !== version) throw new Refused(refuse('record.changed', { version: count }));
  const contactId = told.source.contactId
    ? (await subjectOf(tx, actor, { kind: 'contact', id: told.source.contactId })).id
    : null;
  await tx
    .insertInto('information')
    .values({
      tenant_id: actor.tenantId,
      id: newId(),
      account_id: subject.kind === 'account' ? subject.id : null,
      deal_id: subject.kind === 'deal' ? subject.id : null,
      item,
      row_id: rowId,
      state,
      value: value === null ? null : JSON.stringify(value),
      source_kind: told.source.kind,
      contact_id: contactId,
      source_note: told.source.note || null,
      observed_on: told.observedOn,
      strength: told.strength,
      recorded_by: actor.userId,
      recorded_at: now,
    })
    .execute();
  const did = { known: 'Recorded', unknown: 'Asked', cleared: 'Removed' } as const;
  await record({
    type: `${subject.kind}.information${did[state]}`,
    subject: { kind: subject.kind, id: subject.id },
    accountId: subject.accountId,
    data: {
      name: subject.name,
      ...words,
      item,
      ...(rowId && { rowId }),
      before: { [item]: last ?? null },
      after: { [item]: state === 'cleared' ? null : value },
    },
  });
  if (subject.kind === 'account') await deriveInformation(context, [subject.id]);
}
