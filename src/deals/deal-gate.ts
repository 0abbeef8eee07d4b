import { z } from 'zod';
import type { Briefing } from '#method/briefing.ts';
import { Direction, Strength, type EvidenceRecord } from '#method/evidence.ts';
import type { Explanation } from '#method/rule-explain.ts';
import type { Gate } from '#method/gate.ts';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { documented } from '#platform/http/documented.ts';
import { BriefingShape, EvidenceRecordShape, ExplanationShape, GateShape } from '#deals/gate-shapes.ts';

/** The engine's own values go out as they are. */
export const GateView = documented<Gate>('Gate', GateShape);
export const BriefingView = documented<Briefing>('Briefing', BriefingShape);
export const ExplanationView = documented<Explanation>('Explanation', ExplanationShape);

/** A piece of evidence as a person enters it. */
export const EvidenceFields = z.object({
  check: z.string().max(60),
  signal: z.string().max(60).optional(),
  direction: Direction,
  strength: Strength,
  statement: z.string().trim().min(1).max(2000),
  source: z.object({
    kind: z.enum(['stakeholder', 'channel', 'document', 'observation']),
    id: z.string().max(100).optional(),
    name: z.string().trim().max(100).optional(),
  }),
  observedOn: Day,
  attachmentId: Id.optional(),
  retracts: Id.optional().meta({ description: 'The record that this one corrects' }),
});
export type EvidenceFields = z.infer<typeof EvidenceFields>;

export const EvidenceView = z.object({
  record: documented<EvidenceRecord>('EvidenceRecord', EvidenceRecordShape),
  stands: z.boolean().meta({ description: 'Not retracted by a standing later record' }),
  sourceName: z.string().nullable(),
  recordedAt: Instant,
  recordedByName: z.string().nullable(),
  attachmentId: Id.nullable(),
});
export type EvidenceView = z.infer<typeof EvidenceView>;
