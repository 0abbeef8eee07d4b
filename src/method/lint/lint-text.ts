import { stringify } from 'yaml';
import { LintRule } from '#method/lint/lint-rule.ts';
import { type Problem, placed, shapeProblems } from '#method/shape-problems.ts';
import { openYaml } from '#method/yaml-text.ts';

/** Longest rule text that is read, in characters. */
export const lintTextLimit = 10_000;

/** A lint rule from YAML text, or everything that is wrong with it at once, with line numbers. */
export function parseLintRule(text: string): { rule: LintRule } | { problems: readonly Problem[] } {
  const { raw, problems, lineOf } = openYaml(text.slice(0, lintTextLimit));
  if (problems.length > 0) return { problems };
  const read = LintRule.safeParse(raw);
  if (read.success) return { rule: read.data };
  return {
    problems: placed(shapeProblems(read.error, raw)).map((problem) => ({
      ...problem,
      line: lineOf(problem.path) ?? 1,
    })),
  };
}

/** YAML text that `parseLintRule` reads back into an equal rule. */
export function lintRuleText(rule: LintRule): string {
  return stringify(rule, { lineWidth: 100, aliasDuplicateObjects: false });
}
