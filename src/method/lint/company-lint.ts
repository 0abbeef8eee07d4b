import { z } from 'zod';
import { lintCatalogue } from '#method/lint/lint-catalogue.ts';
import { LintRule, SeverityKey, conditionOf } from '#method/lint/lint-rule.ts';
import type { Rule } from '#method/rule.ts';

/** What a company changed of a shipped rule. */
export const RuleChange = z.strictObject({
  off: z.boolean().optional(),
  severity: SeverityKey.optional(),
  params: z.record(z.string().max(60), z.number()).optional(),
});
export type RuleChange = z.infer<typeof RuleChange>;

/** A company's own view of the lint: shipped rules switched off, tuned or weighed otherwise, and rules of its own. */
export const CompanyLint = z.strictObject({
  changed: z.record(z.string().max(60), RuleChange).default({}),
  own: z.array(LintRule).max(50).default([]),
});
export type CompanyLint = z.infer<typeof CompanyLint>;

export const shippedLint: CompanyLint = { changed: {}, own: [] };

/** A rule in force: its numbers filled in. */
export type AppliedRule = Omit<LintRule, 'when'> & { readonly condition: Rule };

/**
 * The rules in force. What no longer fits — a rule that left the catalogue, a number out of its range — falls back to
 * what ships.
 */
export function appliedRules({ changed, own }: CompanyLint): AppliedRule[] {
  return [...lintCatalogue, ...own].flatMap((rule) => {
    const { off, severity = rule.severity, params: numbers = {} } = changed[rule.id] ?? {};
    if (off) return [];
    const params = rule.params.map((param) => {
      const wanted = numbers[param.id];
      return wanted !== undefined && wanted >= param.min && wanted <= param.max ? { ...param, value: wanted } : param;
    });
    const { when, ...rest } = rule;
    return [{ ...rest, severity, params, condition: conditionOf({ when, params }) }];
  });
}
