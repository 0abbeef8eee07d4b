import { z } from 'zod';
import { LintRule } from '#method/lint/lint-rule.ts';
import { courseRules } from '#method/lint/rules-course.ts';
import { moneyRules } from '#method/lint/rules-money.ts';
import { peopleRules } from '#method/lint/rules-people.ts';
import { proofRules } from '#method/lint/rules-proof.ts';

/** The rules that ship, in the order in which they are shown. Source: Domain §16. */
export const lintCatalogue: readonly LintRule[] = z
  .array(LintRule)
  .parse([...courseRules, ...peopleRules, ...proofRules, ...moneyRules]);
