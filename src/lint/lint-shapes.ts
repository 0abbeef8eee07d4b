import { z } from 'zod';
import { severities } from '#method/lint/severity.ts';
import { buyingRoles, questionKinds } from '#method/scales.ts';
import { Day } from '#shared/day.ts';

/** What the engine's values look like from outside, for the API's description. Nothing is checked against them at run time. */
const keyOf = <K extends string>(words: { readonly [key in K]: unknown }) => z.enum(Object.keys(words) as [K, ...K[]]);
const Text = z.strictObject({ zh: z.string(), en: z.string() });
const Severity = keyOf(severities);

const Question = z.strictObject({ kind: keyOf(questionKinds), text: Text });

export const FindingShape = z.strictObject({
  rule: z.string(),
  name: Text,
  severity: Severity,
  says: Text.meta({ description: 'What is wrong with this deal' }),
  grounds: z
    .array(
      z.strictObject({
        kind: z.enum(['person', 'evidence', 'check', 'task', 'fact', 'change']),
        id: z.string(),
        words: Text,
      }),
    )
    .meta({ description: 'The records it rests on' }),
  cure: z.strictObject({
    act: Text,
    who: Text,
    roles: z.array(keyOf(buyingRoles)),
    person: z.strictObject({ id: z.string().optional(), name: z.string(), title: z.string().optional() }).optional(),
    stance: z.int().min(-2).max(2).optional(),
    question: Question.optional(),
    by: Day,
    dated: z.boolean(),
  }),
});

export const LintRuleShape = z.strictObject({
  id: z.string(),
  name: Text,
  severity: Severity,
  states: z.array(z.enum(['open', 'won'])).meta({ description: 'States of a deal in which it is asked' }),
  aboutUnknown: z.boolean().meta({ description: 'It asks about what is not known; other rules never fire on that' }),
  when: z
    .record(z.string(), z.unknown().meta({ description: 'As the rule language has it' }))
    .meta({ description: 'A rule over facts, its numbers as {param: id}' }),
  says: Text.meta({ description: '{fact.id} stands for the value of the fact' }),
  params: z.array(
    z.strictObject({
      id: z.string(),
      name: Text,
      unit: z.enum(['days', 'count', 'percent', 'stage']),
      value: z.number(),
      min: z.number(),
      max: z.number(),
    }),
  ),
  cure: z.strictObject({
    act: Text,
    ask: z.array(keyOf(buyingRoles)),
    question: Question.optional(),
    dueInDays: z.int(),
    daysBeforeTender: z.int().optional(),
  }),
});
