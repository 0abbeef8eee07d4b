import { isRefusal } from '#shared/refusal.ts';
import { readPlaybook } from '#method/playbook-problems.ts';
import { dotted, type Problem } from '#method/shape-problems.ts';
import { openYaml, type YamlText } from '#method/yaml-text.ts';
import { idOf, nameOf, doubt, type Weight } from '#method/proofread/doubt.ts';
import { items, type Placed } from '#method/playbook-references.ts';
import type { Playbook } from '#method/playbook.ts';
import { both } from '#method/method.messages.ts';
import { isRecord, type Path } from '#method/rule-problems.ts';
import { orderDoubts } from '#method/proofread/order-doubts.ts';
import { ruleDoubts } from '#method/proofread/rule-doubts.ts';
import { weightDoubts } from '#method/proofread/weight-doubts.ts';
import { languageDoubts, placeDoubts, reuseDoubts } from '#method/proofread/text-doubts.ts';

/** Something to see to before a method is published ('error'), or worth a look ('warning'). */
export type Fault = Problem & { readonly weight: Weight };

/** What a text is held against. */
export type Against = {
  /** the id that the method has and keeps */
  readonly id?: string;
  /** the version that this one follows */
  readonly published?: Playbook;
};

export function reviewText(text: string, against: Against = {}): Fault[] {
  return reviewDocument(openYaml(text), against);
}

/** Everything at once: what makes it no playbook, and what makes a playbook no method. */
export function reviewDocument({ raw, problems, lineOf }: YamlText, against: Against = {}): Fault[] {
  if (problems.length > 0) return problems.map((problem) => ({ ...problem, weight: 'error' }));
  return reviewPlaybook(raw, against).map((finding) => ({ ...finding, line: lineOf(finding.path) }));
}

export function reviewPlaybook(raw: unknown, { id, published }: Against = {}): Fault[] {
  const read = readPlaybook(raw);
  const problems = isRefusal(read) ? read.data.problems : [];
  const root: Placed = { value: isRecord(raw) ? raw : {}, path: [] };
  const buyers = items(root, 'buyerStages');
  const scope = { buyerStages: buyers.map((buyer) => idOf(buyer) ?? '') };
  const named = Object.fromEntries(buyers.map((buyer) => [idOf(buyer) ?? '', nameOf(buyer)]));
  const doubts = [
    ...(id !== undefined && root.value.id !== id ? [doubt('error', ['id'], (m) => m.idFixed(id))] : []),
    ...ruleDoubts(root, scope, named),
    ...orderDoubts(root),
    ...weightDoubts(root),
    ...languageDoubts(raw),
    ...placeDoubts(root),
    ...reuseDoubts(root, published),
  ];
  return [
    ...inPairs(problems).map((problem) => ({ ...problem, weight: 'error' as const })),
    ...doubts.map((one) => ({ ...one, at: dotted(one.path) })),
  ];
}

/** A text that is missing in both languages is missed once. */
function inPairs(problems: readonly Problem[]): Problem[] {
  const twice = (path: Path, lang: string) =>
    problems.some(({ at, words }) => at === dotted([...path, lang]) && words.en.startsWith(lacking));
  return problems.flatMap((problem) => {
    const pair = problem.path.slice(0, -1);
    const lang = problem.path.at(-1);
    if ((lang !== 'zh' && lang !== 'en') || !twice(pair, 'zh') || !twice(pair, 'en')) return [problem];
    return lang === 'zh' ? [{ path: pair, at: dotted(pair), words: both((m) => m.missingBoth) }] : [];
  });
}

const lacking = 'lacks its';
