import { z } from 'zod';
import type { Briefing } from '#method/briefing.ts';
import type { CheckJudgement } from '#method/check.ts';
import { Direction, Strength, type EvidenceRecord } from '#method/evidence.ts';
import type { Explanation } from '#method/rule-explain.ts';
import type { Gate } from '#method/gate.ts';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';

/** The engine's own values go out as they are; their shapes are documented in src/method. */
export const GateView = z
  .custom<Gate>()
  .meta({ description: 'method/gate.ts: judgements, misses with next acts, pace' });
export const BriefingView = z
  .custom<Briefing>()
  .meta({ description: 'method/briefing.ts: warnings, and whom to go to in which order' });
export const JudgementView = z.custom<CheckJudgement>().meta({ description: 'method/check.ts' });
export const ExplanationView = z.custom<Explanation>().meta({ description: 'method/rule-explain.ts' });

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
  record: z.custom<EvidenceRecord>().meta({ description: 'method/evidence.ts' }),
  stands: z.boolean().meta({ description: 'Not retracted by a standing later record' }),
  sourceName: z.string().nullable(),
  recordedAt: Instant,
  recordedByName: z.string().nullable(),
  attachmentId: Id.nullable(),
});
export type EvidenceView = z.infer<typeof EvidenceView>;
