import type { z } from 'zod';
import type { Text } from '#shared/messages.ts';
import { type Refusal, refuse } from '#shared/refusal.ts';
import { both } from '#method/method.messages.ts';
import { Playbook } from '#method/playbook.ts';
import { referenceProblems } from '#method/playbook-references.ts';
import type { Path } from '#method/rule-problems.ts';

/** One thing wrong with a playbook: where (also as 'stages[2].checks[0].rule'), and what, in both languages. */
export type PlaybookProblem = {
  readonly path: Path;
  readonly at: string;
  readonly words: Text;
  /** 1-based, when the playbook came as YAML text */
  readonly line?: number;
};
export type PlaybookRefusal = Refusal<'playbook.invalid', { problems: readonly PlaybookProblem[] }>;

/** A playbook from plain data (JSON, YAML already read), or everything that is wrong with it at once. */
export function readPlaybook(raw: unknown): Playbook | PlaybookRefusal {
  const result = Playbook.safeParse(raw);
  const found = [
    ...(result.error?.issues ?? []).flatMap((issue) => shapeProblems(issue, raw)),
    ...referenceProblems(raw),
  ];
  const problems = new Map(
    found.map(({ path, words }) => [`${dotted(path)} ${words.en}`, { path, at: dotted(path), words }]),
  );
  if (result.success && problems.size === 0) return result.data;
  return refuse('playbook.invalid', { problems: [...problems.values()] });
}

export function dotted(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}

function shapeProblems(issue: z.core.$ZodIssue, raw: unknown): { path: Path; words: Text }[] {
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
      if (value !== undefined && value !== null) return [at((m) => m.wrongType(issue.expected))];
      const lang = path.at(-1);
      return [at((m) => (lang === 'zh' || lang === 'en' ? m.missingText(lang) : m.missing))];
    }
    case 'invalid_value':
      return [at((m) => (value === undefined ? m.missing : m.wantedOneOf(issue.values.map(String))))];
    case 'invalid_format':
      return [at((m) => m.badId)];
    case 'too_small':
      return [at((m) => (issue.origin === 'string' || issue.origin === 'array' ? m.empty : m.outOfRange))];
    case 'too_big':
      return [at((m) => m.outOfRange)];
    default:
      return [at((m) => m.invalid)];
  }
}
