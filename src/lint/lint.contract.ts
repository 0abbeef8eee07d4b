import { z } from 'zod';
import type { Finding } from '#method/lint/lint.ts';
import type { LintRule } from '#method/lint/lint-rule.ts';
import { SeverityKey } from '#method/lint/lint-rule.ts';
import { RuleChange } from '#method/lint/company-lint.ts';
import { lintTextLimit } from '#method/lint/lint-text.ts';
import { Day, Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { Currency, MinorUnits } from '#shared/money.ts';
import { pick } from '#shared/refusal.ts';
import { documented } from '#platform/http/documented.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { FindingShape, LintRuleShape } from '#lint/lint-shapes.ts';
import { lintRefusals } from '#lint/lint-refusals.ts';

const Text = z.object({ zh: z.string(), en: z.string() });
const FindingView = documented<Finding>('Finding', FindingShape);
const RuleView = documented<LintRule>('LintRule', LintRuleShape);
const RuleId = z.string().min(1).max(60);

export const Waived = z.object({
  until: Day.meta({ description: 'Its last day; then it ends by itself' }),
  reason: z.string(),
  by: z.string(),
  at: Instant,
});

export const DealLintView = z.object({
  standing: z.array(FindingView).meta({ description: 'Mistakes found today, the worst first' }),
  waived: z.array(z.object({ finding: FindingView, waiver: Waived })),
  may: z.object({
    waive: z.boolean(),
    waiveSerious: z.boolean().meta({ description: 'What is serious is let be by whoever may override gates' }),
  }),
});
export type DealLintView = z.infer<typeof DealLintView>;

const Amounts = z.array(z.object({ currency: Currency, amount: MinorUnits, deals: z.int() }));
const RuleCount = z.object({
  rule: z.string(),
  name: Text,
  severity: SeverityKey,
  deals: z.int(),
  amounts: Amounts,
});

export const LintFilters = z.object({
  ownerId: Id.optional(),
  teamId: Id.optional(),
  playbookId: z.string().max(60).optional(),
  rule: RuleId.optional().meta({ description: 'Only deals in which this rule fires' }),
});
export type LintFilters = z.infer<typeof LintFilters>;

export const LintOverview = z.object({
  open: z.int().meta({ description: 'Open deals looked at' }),
  found: z.int().meta({ description: 'Those in which a rule fires' }),
  serious: z.int().meta({ description: 'Those in which a serious one does' }),
  waivers: z.int().meta({ description: 'Waivers that run on them' }),
  rules: z.array(RuleCount),
  owners: z.array(
    z.object({ id: Id.nullable(), name: z.string().nullable(), open: z.int(), found: z.int(), serious: z.int() }),
  ),
  worst: z.array(
    z.object({
      id: Id,
      name: z.string(),
      accountName: z.string().nullable(),
      ownerName: z.string().nullable(),
      amount: MinorUnits.nullable(),
      currency: Currency,
      closeOn: Day.nullable(),
      rules: z.array(z.object({ rule: z.string(), name: Text, severity: SeverityKey })),
    }),
  ),
});
export type LintOverview = z.infer<typeof LintOverview>;

const Share = z.object({ value: z.number(), low: z.number(), high: z.number() });
const Side = Share.extend({ deals: z.int(), lost: z.int() });
export const LossStudy = z.object({
  daysBefore: z.int(),
  closed: z.int().meta({ description: 'Won and lost deals looked at, the latest first, at most 300' }),
  judged: z.int().meta({ description: 'Those whose state so many days before is known' }),
  lost: z.int(),
  hidden: z.int().meta({ description: 'Rules and checks on too few deals to be shown' }),
  rows: z.array(
    z.object({
      kind: z.enum(['rule', 'check']),
      id: z.string(),
      name: Text,
      playbook: Text.nullable(),
      mandatory: z.boolean().meta({ description: 'Of a check: ★, its gate does not open without it' }),
      deals: z.int().meta({ description: 'What it rests on' }),
      lost: z.int(),
      withIt: Side.meta({ description: 'Share of lost deals among those with the mistake; 95 % Wilson interval' }),
      without: Side,
      ratio: Share.meta({ description: 'Risk ratio with the 95 % interval of Katz' }),
      verdict: z.enum(['foretells', 'protects', 'open']),
    }),
  ),
});
export type LossStudy = z.infer<typeof LossStudy>;

export const LintSettings = z.object({
  version: z.int().meta({ description: '0: as shipped' }),
  shipped: z.array(RuleView),
  changed: z.record(RuleId, RuleChange),
  own: z.array(z.object({ rule: RuleView, text: z.string() })),
  facts: z.array(z.object({ id: z.string(), name: Text, values: z.string() })).meta({
    description: 'What a rule may ask',
  }),
});
export type LintSettings = z.infer<typeof LintSettings>;

const RuleText = z.string().trim().min(1).max(lintTextLimit).meta({ description: 'A lint rule as YAML' });

export const RuleTrial = z.object({
  problems: z.array(z.object({ at: z.string(), line: z.int().nullable(), words: Text })),
  /** What the condition asks, in words; null while it has problems. */
  asks: z.array(Text).nullable(),
  looked: z.int().meta({ description: 'Open deals it was tried on, at most 1 000' }),
  fires: z.int(),
  examples: z.array(z.object({ id: Id, name: z.string(), says: Text })),
});
export type RuleTrial = z.infer<typeof RuleTrial>;

export const lintContract = {
  ofDeal: query({
    path: '/deals/{id}/lint',
    access: 'deal.read',
    summary: { zh: '商机体检', en: 'Lint of a deal' },
    input: z.object({ id: Id }),
    output: DealLintView,
  }),
  waive: command({
    path: '/deals/{id}/lint/waivers',
    access: 'deal.write',
    summary: { zh: '豁免一条体检结果', en: 'Let a finding be until a day' },
    input: z.object({
      id: Id,
      rule: RuleId,
      reason: z.string().trim().min(1).max(1000),
      until: Day.meta({ description: 'At most 180 days ahead' }),
    }),
    output: DealLintView,
    refusals: pick(lintRefusals, 'waiver.notFound', 'waiver.past', 'waiver.tooLong', 'waiver.notAllowed'),
  }),
  endWaiver: command({
    path: '/deals/{id}/lint/waivers/end',
    access: 'deal.write',
    summary: { zh: '提前结束豁免', en: 'End a waiver early' },
    input: z.object({ id: Id, rule: RuleId }),
    output: DealLintView,
    refusals: pick(lintRefusals, 'waiver.notRunning'),
  }),
  overview: query({
    path: '/lint',
    access: 'deal.read',
    summary: { zh: '团队体检', en: 'Lint over the deals one may see' },
    input: LintFilters,
    output: LintOverview,
  }),
  losses: query({
    path: '/lint/losses',
    access: 'deal.read',
    summary: { zh: '哪些疏漏最能预示丢单', en: 'Which lapses foretell a loss' },
    input: z.object({ daysBefore: z.int().min(1).max(180).default(30) }),
    output: LossStudy,
  }),
  settings: query({
    path: '/lint/settings',
    access: 'playbook.read',
    summary: { zh: '体检规则', en: 'The lint rules' },
    input: z.object({}),
    output: LintSettings,
  }),
  change: command({
    method: 'PUT',
    path: '/lint/settings',
    access: 'playbook.write',
    summary: { zh: '修改体检规则', en: 'Change the lint rules' },
    input: z.object({
      version: z.int(),
      changed: z.record(RuleId, RuleChange),
      own: z.array(RuleText).max(50),
    }),
    output: LintSettings,
    refusals: {
      ...pick(platformRefusals, 'record.changed'),
      ...pick(lintRefusals, 'lintRule.invalid', 'lintRule.taken'),
    },
  }),
  tryRule: command({
    path: '/lint/trials',
    access: 'playbook.write',
    summary: { zh: '在进行中的商机上试一条规则', en: 'Try a rule on the open deals' },
    input: z.object({ text: RuleText }),
    output: RuleTrial,
  }),
};
