import { z } from 'zod';
import { Strength } from '#method/evidence.ts';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { Value } from '#information/information-value.ts';
import { RowOf } from '#information/information-row.ts';

/** Who or what told: somebody of the customer's, a paper, our own eyes, something anybody can look up. */
export const sourceKinds = ['contact', 'document', 'observation', 'public'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** 'unknown': asked, and nobody could say. 'cleared': taken back; of a row: it is no more. */
export const informationStates = ['known', 'unknown', 'cleared'] as const;

/** How it came to us; how sure it is, is said as of evidence 证据. */
export const Told = z.object({
  source: z.object({
    kind: z.enum(sourceKinds),
    contactId: Id.nullish().meta({ description: 'Of a contact: who' }),
    note: z.string().trim().max(200).nullish().meta({ description: 'Which paper, which page, on what occasion' }),
  }),
  observedOn: Day,
  strength: Strength,
});
export type Told = z.infer<typeof Told>;

const Recorded = z.object({
  id: Id,
  version: z.int().meta({ description: 'How many records there are of this fact or row; the next one names it' }),
  state: z.enum(informationStates),
  source: z.object({
    kind: z.enum(sourceKinds),
    contactId: Id.nullable(),
    contactName: z.string().nullable().meta({ description: 'null also where the reader may not see the contact' }),
    note: z.string().nullable(),
  }),
  observedOn: Day,
  strength: Strength,
  recordedByName: z.string(),
  recordedAt: Instant,
});

/** A fact as it was recorded: what, from whom, when, how sure. */
export const RecordedFact = Recorded.extend({ item: z.string(), value: Value.nullable() });
export type RecordedFact = z.infer<typeof RecordedFact>;

/** A row of a table as it was recorded. */
export const RecordedRow = Recorded.extend({ rowId: Id, content: RowOf });
export type RecordedRow = z.infer<typeof RecordedRow>;

/** Somebody at the customer, as customer information looks at her: what is known, not what. */
export const PersonKnown = z.object({
  id: Id.nullable().meta({ description: 'null: noted on a deal by name only' }),
  name: z.string(),
  title: z.string().nullable(),
  department: z.string().nullable(),
  function: z.string().nullable(),
  level: z.string().nullable(),
  roles: z.array(z.string()),
  reachable: z.boolean(),
  styleKnown: z.boolean(),
});
export type PersonKnown = z.infer<typeof PersonKnown>;

/** Completeness in per cent of what there is to know. */
export const Percent = z.int().min(0).max(100);
