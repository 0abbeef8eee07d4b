import { z } from 'zod';
import type { Text } from '#shared/messages.ts';
import { type ArtifactKind, lists } from '#method/fact-lists.ts';
import type { EvidenceWeights } from '#method/evidence.ts';
import { ruleProblems } from '#method/rule-problems.ts';
import type { Rule } from '#method/rule.ts';
import {
  type BuyingRole,
  type Period,
  type QuestionKind,
  buyingRoles,
  periods,
  questionKinds,
} from '#method/scales.ts';

/** Ids are stable across versions: evidence and history hang on them. */
export const Id = z
  .string()
  .max(60)
  .regex(/^[a-z0-9][a-z0-9.-]*$/);

const Words = z.string().trim().min(1).max(1000);
export const TextPair: z.ZodType<Text> = z.strictObject({ zh: Words, en: Words });

const Page = z.string().trim().min(1).max(4000);
/** A page of text in both languages; an empty line parts its paragraphs, which may begin with a heading and a colon. */
export const PagePair: z.ZodType<Text> = z.strictObject({ zh: Page, en: Page });

function keyOf<K extends string>(words: { readonly [key in K]: unknown }) {
  return z.enum(Object.keys(words) as [K, ...K[]]);
}

const RuleField = z
  .unknown()
  .superRefine((raw, context) => {
    for (const { path, words } of ruleProblems(raw)) {
      context.addIssue({ code: 'custom', message: words.en, path: [...path], params: { words } });
    }
  })
  .meta({
    description: 'A rule over facts: {all: […]}, {any: […]}, {not: …} or one comparison, say {fact, atLeast}',
  }) as unknown as z.ZodType<Rule>;

const Weight = z.number().min(0).max(1).optional();
/** Here, not beside the strengths: screens take those without the schemas. */
const Weights: z.ZodType<EvidenceWeights> = z.strictObject({
  rumour: Weight,
  said: Weight,
  done: Weight,
  written: Weight,
});

/** A behaviour that can be seen, pointing one way. */
export const Signal = z.strictObject({ id: Id, text: TextPair, direction: z.enum(['supports', 'refutes']) });
export type Signal = z.infer<typeof Signal>;

/** What to do about a check that is not met. In its texts `{who}` stands for the person or role to go to. */
export const NextActTemplate = z.strictObject({
  act: TextPair,
  /** buying roles that can answer, the best first; none: our own homework */
  ask: z.array(keyOf<BuyingRole>(buyingRoles)).default([]),
  question: z.strictObject({ kind: keyOf<QuestionKind>(questionKinds), text: TextPair }).optional(),
  dueInDays: z.int().min(1).max(365).default(7),
  /** must be done so many days before the expected tender, when that day is known */
  daysBeforeTender: z.int().min(0).max(365).optional(),
});
export type NextActTemplate = z.infer<typeof NextActTemplate>;

export const Check = z.strictObject({
  id: Id,
  text: TextPair,
  /** ★: the gate does not open without it */
  mandatory: z.boolean().default(false),
  /** decides the check when its facts are recorded; until then evidence may */
  rule: RuleField.optional(),
  /** less than the rule asks, which a manager may accept, with a written plan */
  accept: z.strictObject({ rule: RuleField, text: TextPair }).optional(),
  halfLifeDays: z.int().min(1).max(3650).default(60),
  /** how much evidence of each strength counts for this check; absent: as in the rest of the method */
  weights: Weights.optional(),
  /** a fact that cannot change: written evidence of it does not decay */
  permanent: z.boolean().default(false),
  verify: TextPair,
  signals: z.array(Signal).default([]),
  /** looks like evidence, is none */
  falseFriends: z.array(TextPair).default([]),
  next: NextActTemplate,
});
export type Check = z.infer<typeof Check>;

export const Stage = z.strictObject({
  id: Id,
  name: TextPair,
  /** the buyer's steps that this stage runs beside, in order */
  buyerStages: z.array(Id).min(1),
  startMark: TextPair,
  steps: z.array(TextPair).min(1),
  endMark: TextPair,
  /**
   * The stage is never over (keeping an account): its gate is judged and what it lacks is asked for, again and again, but
   * nothing leaves it. Only the last stage may be so, and the deal has to be won before it.
   */
  endless: z.boolean().default(false),
  /** the compliance line that applies here */
  policy: TextPair,
  tips: z.array(TextPair).default([]),
  artifacts: z.array(keyOf<ArtifactKind>(lists.artifacts.fields.kind.words)).default([]),
  checks: z.array(Check).min(1),
});
export type Stage = z.infer<typeof Stage>;

export const BuyerStage = z.strictObject({ id: Id, name: TextPair, period: keyOf<Period>(periods) });
export type BuyerStage = z.infer<typeof BuyerStage>;

/** A column of the funnel; `when` narrows it to part of its stage's deals. Without a stage it counts accounts. */
export const FunnelColumn = z.strictObject({
  id: Id,
  name: TextPair,
  stage: Id.optional(),
  when: RuleField.optional(),
});
export type FunnelColumn = z.infer<typeof FunnelColumn>;

/** 'Keep contact' 维持联系: where a deal rests, not lost, when these checks are not all yes. */
export const Parking = z.strictObject({
  name: TextPair,
  advice: TextPair,
  criteria: z.array(Id).min(1),
  revisitInDays: z.int().min(1).max(730).default(90),
});
export type Parking = z.infer<typeof Parking>;

export const Playbook = z.strictObject({
  id: Id,
  version: z.int().min(1),
  name: TextPair,
  /** one or two sentences: what it is for */
  description: TextPair,
  /** the method on one page: when to use it, how it runs, what makes it different, where it fails */
  overview: PagePair,
  source: TextPair,
  /** the gate refuses to run ahead of the buyer's step */
  followsBuyer: z.boolean().default(false),
  enteredLate: TextPair,
  /** how much evidence of each strength counts in this method; absent: rumour 0.2, said 0.4, done 0.7, written 0.9 */
  weights: Weights.optional(),
  buyerStages: z.array(BuyerStage).min(1),
  stages: z.array(Stage).min(1),
  /** the deal is won when it leaves this stage; what follows (delivery, collecting) goes on as won. Without it: the last. */
  wonAfter: Id.optional(),
  parking: Parking.optional(),
  funnel: z.array(FunnelColumn).min(1),
});
export type Playbook = z.infer<typeof Playbook>;
