import { z } from 'zod';
import { MapPart } from '#sample/map-part.ts';
import { StakeholderFields } from '#sample/stakeholder-fields.ts';
import { dealGrades, memberRoles } from '#deals/deal.ts';
import { origins } from '#method/scales.ts';
import { lossReasons, parkReasons, winReasons } from '#deals/deal-words.ts';
import { scorecardItems } from '#method/scorecard.ts';
import { lists } from '#method/fact-lists.ts';

const keysOf = <K extends string>(words: { readonly [key in K]: unknown }) => z.enum(Object.keys(words) as [K, ...K[]]);
const Text = z.string().min(1);
/** Days from the day of loading; what has happened lies before it. */
const Past = z.int().min(-365).max(-1);
const AnyDay = z.int().min(-365).max(730);
/** Money as such people speak of it: 万元. */
const Wan = z.number();

/** When, and who of ours; a step without a day happens on the day of the one before. */
const when = { at: Past.optional(), by: Text.optional() };

/** Something seen or heard: exactly one of the four strengths holds the statement. */
const EvidenceStep = z.strictObject({
  ...when,
  check: Text,
  signal: Text.optional(),
  rumour: Text.optional(),
  said: Text.optional(),
  done: Text.optional(),
  written: Text.optional(),
  against: z.literal(true).optional(),
  /** A contact, a document, or a channel; none: our own observation. */
  from: Text.optional(),
  doc: Text.optional(),
  via: Text.optional(),
  seen: Past.optional(),
  as: Text.optional().describe('a name for later steps'),
  corrects: Text.optional(),
});
const RetractStep = z.strictObject({ ...when, retract: Text, because: Text });
const FactsStep = z.strictObject({
  ...when,
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).describe('days are offsets, money 万元'),
});
const MeetStep = z.strictObject({ ...when, meet: z.record(Text, StakeholderFields) });
/** What is drawn on the deal's decision-chain map; where it turns a belief, why. */
const ChainStep = z.strictObject({ ...when, chain: MapPart, because: Text.optional() });
/** What somebody told us, and when it proved true or not. */
const TellStep = z.strictObject({
  ...when,
  tell: Text,
  from: Text,
  proven: Past.optional(),
  refuted: Past.optional(),
});
const RatingsStep = z.strictObject({
  ...when,
  ratings: z.partialRecord(keysOf(scorecardItems), z.tuple([z.number(), Text])).describe('mark and what it rests on'),
});
const ArtifactsStep = z.strictObject({
  ...when,
  artifacts: z.partialRecord(keysOf(lists.artifacts.fields.kind.words), Text),
});
const AdvanceStep = z.strictObject({
  ...when,
  advance: z.union([
    z.literal(true),
    z.strictObject({ won: keysOf(winReasons), note: Text }),
    z.strictObject({ override: Text }),
  ]),
});
const BackStep = z.strictObject({ ...when, back: Text, because: Text });
const AcceptStep = z.strictObject({ ...when, accept: Text, plan: Text });
const ParkStep = z.strictObject({ ...when, park: keysOf(parkReasons), note: Text, revisit: AnyDay });
const LoseStep = z.strictObject({
  ...when,
  lose: keysOf(lossReasons),
  note: Text,
  winner: Text.optional(),
  gap: Wan.optional(),
});
const ReopenStep = z.strictObject({ ...when, reopen: Text });
const ChangeStep = z.strictObject({
  ...when,
  change: z.strictObject({
    amount: Wan.optional(),
    closeOn: AnyDay.optional(),
    grade: z.enum(dealGrades).optional(),
    tags: z.array(Text).optional(),
  }),
});
/** Product code, quantity and, where it differs from the list, the unit price. */
const Lines = z.array(z.union([z.tuple([Text, z.number()]), z.tuple([Text, z.number(), Wan])]));
const LinesStep = z.strictObject({ ...when, lines: Lines });
const TeamStep = z.strictObject({ ...when, team: z.record(Text, z.enum(memberRoles)) });
const AssignStep = z.strictObject({ ...when, assign: Text });
const NoteStep = z.strictObject({ ...when, note: Text });
const TaskStep = z.strictObject({
  ...when,
  task: Text,
  due: AnyDay,
  check: Text.optional(),
  for: Text.optional().describe('who is to do it; else whoever says it'),
  finished: Past.optional(),
});

const WaiveStep = z.strictObject({
  ...when,
  waive: Text.describe('a lint rule that fires by then'),
  because: Text,
  until: z.int().min(1).max(170),
});

export const Step = z.union([
  TaskStep,
  EvidenceStep,
  RetractStep,
  FactsStep,
  MeetStep,
  ChainStep,
  TellStep,
  RatingsStep,
  ArtifactsStep,
  AdvanceStep,
  BackStep,
  AcceptStep,
  ParkStep,
  LoseStep,
  ReopenStep,
  ChangeStep,
  LinesStep,
  TeamStep,
  AssignStep,
  NoteStep,
  WaiveStep,
]);
export type Step = z.infer<typeof Step>;

/** One deal from its first day on. */
export const Story = z.strictObject({
  deal: Text,
  account: Text,
  owner: Text,
  playbook: z.enum(['six-step', 'industrial', 'seven-step', 'key-account', 'buyer-cycle', 'visit']),
  at: Past,
  amount: Wan.optional(),
  closeOn: AnyDay.optional(),
  grade: z.enum(dealGrades).optional(),
  origin: keysOf(origins),
  tags: z.array(Text).default([]),
  custom: z.record(z.string(), z.union([Text, z.number(), z.boolean()])).default({}),
  lines: Lines.default([]),
  /** What is known of a person from the first meeting on. */
  cast: z.record(Text, StakeholderFields).default({}),
  play: z.array(Step),
});
export type Story = z.infer<typeof Story>;
