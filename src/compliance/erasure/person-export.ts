import { z } from 'zod';
import { Day, Instant } from '#shared/day.ts';

const Both = z.object({ zh: z.string(), en: z.string() });

/**
 * All that is held about one person, to hand to her (PIPL art. 45): her record, where she worked, what is known of her,
 * what was written on her record, what she told, what she was given, who looked. Nobody else's name, and nothing of what
 * colleagues believe of her.
 */
export const PersonExport = z.object({
  madeAt: Instant,
  company: z.string(),
  name: z.string(),
  fields: z.array(z.object({ what: Both, value: z.string() })),
  jobs: z.array(z.object({ employer: z.string(), post: z.string(), fromOn: Day.nullable(), toOn: Day.nullable() })),
  facts: z.array(
    z.object({
      what: Both,
      value: z.string(),
      basis: Both,
      purpose: Both,
      source: z.string(),
      consentOn: Day.nullable(),
      keptUntil: Day,
    }),
  ),
  notes: z.array(z.object({ at: Instant, text: z.string() })),
  tasks: z.array(z.object({ title: z.string(), dueOn: Day.nullable(), done: z.boolean() })),
  told: z
    .array(z.object({ on: Day, statement: z.string() }))
    .meta({ description: 'Evidence that names her as source' }),
  gifts: z.array(z.object({ on: Day, what: Both, share: z.int(), currency: z.string(), purpose: z.string() })),
  files: z.array(z.object({ name: z.string(), at: Instant })),
  looks: z.array(z.object({ at: Instant, what: Both, reason: z.string() })),
  events: z.array(z.object({ at: Instant, what: Both })),
});
export type PersonExport = z.infer<typeof PersonExport>;
