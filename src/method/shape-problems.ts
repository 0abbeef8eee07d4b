import type { z } from 'zod';
import type { Text } from '#shared/messages.ts';
import { both } from '#method/method.messages.ts';
import type { Path, RuleProblem } from '#method/rule-problems.ts';

/** Longest text that is read, in characters. */
export const textLimit = 1_000_000;

/** One thing wrong with what was read: where (also as 'stages[2].checks[0].rule'), and what, in both languages. */
export type Problem = {
  readonly path: Path;
  readonly at: string;
  readonly words: Text;
  /** 1-based, when it came as YAML text */
  readonly line?: number;
};

/** Each problem once, in the order found. */
export function placed(found: readonly RuleProblem[]): Problem[] {
  const problems = found.map(({ path, words }) => [`${dotted(path)} ${words.en}`, { path, at: dotted(path), words }]);
  return [...new Map(problems as [string, Problem][]).values()];
}

export function dotted(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}

/** What is wrong with the shape of `raw`, in words. */
export function shapeProblems(error: z.ZodError | undefined, raw: unknown): RuleProblem[] {
  return (error?.issues ?? []).flatMap((issue) => issueProblems(issue, raw));
}

function issueProblems(issue: z.core.$ZodIssue, raw: unknown): RuleProblem[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const at = (words: Parameters<typeof both>[0]) => ({ path, words: both(words) });
  const value = path.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], raw);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], words: both((m) => m.unknownKey(key)) }));
    case 'custom': {
      const words = issue.params?.words as Text | undefined;
      return [words ? { path, words } : at((m) => m.invalid)];
    }
    case 'invalid_type': {
      if (value !== undefined && value !== null)
        return [at((m) => m.wrongType(m.kinds[issue.expected as keyof typeof m.kinds] ?? issue.expected))];
      const lang = path.at(-1);
      return [at((m) => (lang === 'zh' || lang === 'en' ? m.missingText(lang) : m.missing))];
    }
    case 'invalid_value':
      return [at((m) => (value === undefined ? m.missing : m.wantedOneOf(issue.values.map(String))))];
    case 'invalid_format':
      return [at((m) => m.badId)];
    case 'too_small': {
      const lang = path.at(-1);
      if (issue.origin === 'string' && (lang === 'zh' || lang === 'en')) return [at((m) => m.missingText(lang))];
      if (issue.origin === 'array' && Number(issue.minimum) > 1) return [at((m) => m.tooFew(Number(issue.minimum)))];
      return [at((m) => (issue.origin === 'string' || issue.origin === 'array' ? m.empty : m.outOfRange))];
    }
    case 'too_big':
      return [at((m) => m.outOfRange)];
    default:
      return [at((m) => m.invalid)];
  }
}
