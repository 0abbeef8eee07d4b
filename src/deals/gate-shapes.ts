import { z } from 'zod';
import { Direction, Strength } from '#method/evidence.ts';
import { buyingRoles, periods, questionKinds, stepReasons } from '#method/scales.ts';
import type { Explanation } from '#method/rule-explain.ts';
import { Day } from '#shared/day.ts';
import { documented } from '#platform/http/documented.ts';

/** What the engine's values look like from outside, for the API's description. Nothing is checked against them at run time. */
const keyOf = <K extends string>(words: { readonly [key in K]: unknown }) => z.enum(Object.keys(words) as [K, ...K[]]);
const Text = z.strictObject({ zh: z.string(), en: z.string() });
const share = z.number().min(0).max(1);

export const ExplanationShape = z.strictObject({
  kind: z.enum(['all', 'any', 'not', 'fact']),
  truth: z.boolean().nullable().meta({ description: 'null: not known' }),
  words: Text,
  fact: z.string().optional(),
  get parts(): z.ZodType {
    return z.array(documented<Explanation>('Explanation', ExplanationShape)).optional();
  },
});

const CheckState = z.enum(['met', 'contested', 'refuted', 'stale', 'weak', 'unknown', 'unmet']);

export const JudgementShape = z.strictObject({
  check: z.string(),
  mandatory: z.boolean().meta({ description: '★: the gate stays shut without it' }),
  met: z.boolean(),
  state: CheckState,
  by: z.enum(['rule', 'evidence', 'acceptance']),
  belief: z.strictObject({
    state: CheckState.exclude(['unmet']),
    support: share,
    refutation: share,
    fresh: z.strictObject({ support: share, refutation: share }).meta({ description: 'Were it all observed today' }),
  }),
  rule: documented<Explanation>('Explanation', ExplanationShape).optional(),
  acceptable: z.boolean().meta({ description: 'The lesser rule holds, so a manager may accept it' }),
  acceptance: z.strictObject({ check: z.string(), by: z.string(), plan: z.string(), on: Day }).optional(),
});

const NextActShape = z.strictObject({
  act: Text,
  who: Text,
  roles: z.array(keyOf(buyingRoles)),
  person: z.strictObject({ id: z.string().optional(), name: z.string(), title: z.string().optional() }).optional(),
  stance: z.int().min(-2).max(2).optional(),
  question: z.strictObject({ kind: keyOf(questionKinds), text: Text }).optional(),
  by: Day,
  dated: z.boolean().meta({ description: 'Has to be done before the tender, whose day is known' }),
});

const told = { key: z.string(), words: Text, act: NextActShape };
const MissShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('check'), check: z.string(), state: CheckState, ...told }),
  z.strictObject({ kind: z.literal('artifact'), artifact: z.string(), ...told }),
  z.strictObject({ kind: z.literal('buyer'), buyerStage: z.string().optional(), wanted: z.string(), ...told }),
]);

export const GateShape = z.strictObject({
  stage: z.string(),
  next: z.string().optional().meta({ description: 'Absent: the last stage' }),
  endless: z.boolean().meta({ description: 'The stage is never over: what it lacks is asked for, nothing leaves it' }),
  open: z.boolean(),
  judgements: z.array(JudgementShape),
  artifacts: z.array(z.strictObject({ artifact: z.string(), present: z.boolean() })),
  pace: z.strictObject({
    position: z.enum(['ahead', 'together', 'behind', 'unknown']),
    buyerStage: z.string().optional(),
    period: keyOf(periods).optional(),
  }),
  misses: z.array(MissShape).meta({ description: 'All that keeps the gate shut, each with its next act' }),
  advice: z.array(MissShape).meta({ description: 'Unmet checks without ★' }),
});

export const BriefingShape = z.strictObject({
  gate: GateShape,
  warnings: z.array(
    z.strictObject({
      code: z.enum([
        'ranAhead',
        'behindBuyer',
        'buyerUnknown',
        'enteredLate',
        'doNotRunOn',
        'roundDue',
        'evaluationMissing',
        'belowLine',
        'willFallBelowLine',
      ]),
      words: Text,
    }),
  ),
  steps: z.array(
    z.strictObject({
      who: Text,
      person: NextActShape.shape.person,
      reason: z.enum(stepReasons).meta({ description: 'Why it stands where it does in the order' }),
      by: Day,
      items: z.array(MissShape),
    }),
  ),
});

const source = z.strictObject({
  kind: z.enum(['stakeholder', 'channel', 'document', 'observation']),
  id: z.string().optional(),
  name: z.string().optional(),
});

export const EvidenceRecordShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('evidence'),
    id: z.string(),
    check: z.string(),
    statement: z.string(),
    signal: z.string().optional(),
    direction: Direction,
    strength: Strength,
    source,
    observedOn: Day,
    recordedBy: z.string().optional(),
    retracts: z.string().optional().meta({ description: 'The earlier record that this one corrects' }),
    under: z
      .strictObject({ playbookId: z.string(), version: z.int() })
      .optional()
      .meta({ description: 'The method it was recorded under; absent: the first that the deal had' }),
    recordedFor: z
      .strictObject({ check: z.string(), signal: z.string().optional() })
      .optional()
      .meta({ description: 'Its own check and signal, where the present method reads it under another' }),
    aside: z.literal(true).optional().meta({ description: 'Its check has no counterpart in the present method' }),
  }),
  z.strictObject({
    kind: z.literal('retraction'),
    id: z.string(),
    retracts: z.string(),
    reason: z.string(),
    recordedBy: z.string().optional(),
  }),
]);
