import { type Refusal, refuse } from '#shared/refusal.ts';
import { both } from '#method/method.messages.ts';
import { BankPart, type QuestionBank } from '#method/question-bank.ts';
import { type Path, type RuleProblem, isRecord } from '#method/rule-problems.ts';
import { placed, type Problem, shapeProblems } from '#method/shape-problems.ts';
import { openYaml } from '#method/yaml-text.ts';

export type BankTextProblem = Problem & { readonly file: string };
export type QuestionBankRefusal = Refusal<'questions.invalid', { problems: readonly BankTextProblem[] }>;

/**
 * The bank from the YAML texts of its files, by name; or everything that is wrong with any of them at once. Ids of
 * industries, of problems and of false friends are unique over all files, those of questions within their problem.
 */
export function parseQuestionBank(texts: { readonly [file: string]: string }): QuestionBank | QuestionBankRefusal {
  const seen: Seen = { industries: new Set(), problems: new Set(), falseFriends: new Set() };
  const parts: BankPart[] = [];
  const problems = Object.entries(texts).flatMap(([file, text]): BankTextProblem[] => {
    const { raw, problems: unread, lineOf } = openYaml(text);
    if (unread.length > 0) return unread.map((problem) => ({ ...problem, file }));
    const result = BankPart.safeParse(raw);
    if (result.success) parts.push(result.data);
    const found = placed([...shapeProblems(result.error, raw), ...repeatedIds(raw, seen)]);
    return found.map((problem) => ({ ...problem, line: lineOf(problem.path), file }));
  });
  if (problems.length > 0) return refuse('questions.invalid', { problems });
  return {
    industries: parts.flatMap(({ industries }) => industries),
    falseFriends: parts.flatMap(({ falseFriends }) => falseFriends),
  };
}

type Seen = { readonly [list in 'industries' | 'problems' | 'falseFriends']: Set<string> };
type Item = { readonly value: Record<string, unknown>; readonly path: Path };

/** Reads raw data and skips what has the wrong shape, so that all problems come at once. */
function repeatedIds(raw: unknown, seen: Seen): RuleProblem[] {
  const root: Item = { value: isRecord(raw) ? raw : {}, path: [] };
  const industries = items(root, 'industries');
  const problems = industries.flatMap((industry) => items(industry, 'problems'));
  return [
    ...repeated(industries, seen.industries),
    ...repeated(problems, seen.problems),
    ...repeated(items(root, 'falseFriends'), seen.falseFriends),
    ...problems.flatMap((problem) =>
      repeated(
        ['situation', 'problem', 'implication', 'needPayoff'].flatMap((kind) => items(problem, kind)),
        new Set(),
      ),
    ),
  ];
}

function items({ value, path }: Item, key: string): Item[] {
  const list = value[key];
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, i) => (isRecord(item) ? [{ value: item, path: [...path, key, i] }] : []));
}

function repeated(list: readonly Item[], seen: Set<string>): RuleProblem[] {
  return list.flatMap(({ value: { id }, path }) => {
    if (typeof id !== 'string') return [];
    if (seen.has(id)) return [{ path: [...path, 'id'], words: both((m) => m.duplicateId(id)) }];
    seen.add(id);
    return [];
  });
}
