import type { Text } from '#shared/messages.ts';
import { items, part, type Placed } from '#method/playbook-references.ts';
import { ruleProblems } from '#method/rule-problems.ts';
import type { Rule, RuleScope } from '#method/rule.ts';
import { alwaysHolds, neverHolds, type Literal } from '#method/rule-sense.ts';
import { type Named, ruleWords } from '#method/rule-words.ts';
import { doubt, nameOf, type Doubt } from '#method/proofread/doubt.ts';
import type { ReviewWords } from '#method/proofread/proofread.messages.ts';

/** Rules that can never hold, that bar nothing, and ★ checks that shut each other's gate. */
export function ruleDoubts(root: Placed, scope: RuleScope, named: Named): Doubt[] {
  const stages = items(root, 'stages');
  const found = stages.map((stage) => stageDoubts(stage, scope, named));
  const funnel = items(root, 'funnel').flatMap((column) => {
    const rule = ruleOf(column, 'when', scope);
    return rule ? ownDoubts(rule, [...column.path, 'when'], 'warning', scope, named) : [];
  });
  const shut = found.findIndex(({ shut }) => shut);
  const behind = shut === -1 ? [] : stages.slice(shut + 1);
  const lost = behind
    .slice(0, 1)
    .map((next) => doubt('error', next.path, (m, lang) => m.unreachable(behind.length, nameOf(stages[shut]!)[lang])));
  return [...found.flatMap(({ doubts }) => doubts), ...lost, ...funnel];
}

type Judged = { readonly check: Placed; readonly rule: Rule };

/** `shut`: the gate of this stage can never open once its facts are recorded. */
function stageDoubts(stage: Placed, scope: RuleScope, named: Named): { doubts: Doubt[]; shut: boolean } {
  const doubts: Doubt[] = [];
  const judged: Judged[] = [];
  let shut = false;
  for (const check of items(stage, 'checks')) {
    const rule = ruleOf(check, 'rule', scope);
    const mandatory = check.value.mandatory === true;
    if (rule) {
      const own = ownDoubts(rule, [...check.path, 'rule'], mandatory ? 'error' : 'warning', scope, named);
      doubts.push(...own);
      if (mandatory && neverHolds(rule, scope)) shut = true;
      else if (mandatory) judged.push({ check, rule });
    }
    for (const accept of part(check, 'accept')) {
      const lesser = ruleOf(accept, 'rule', scope);
      if (lesser && neverHolds(lesser, scope))
        doubts.push(doubt('warning', [...accept.path, 'rule'], (m) => m.acceptNever));
    }
  }
  const conflicts = conflictsBetween(judged, scope);
  if (conflicts.length === 0 && judged.length > 2 && neverHolds({ all: judged.map(({ rule }) => rule) }, scope))
    conflicts.push(doubt('error', stage.path, (m) => m.stageConflict));
  return { doubts: [...doubts, ...conflicts], shut: shut || conflicts.length > 0 };
}

function ownDoubts(rule: Rule, path: Doubt['path'], weight: Doubt['weight'], scope: RuleScope, named: Named): Doubt[] {
  const never = neverHolds(rule, scope);
  if (never) return [doubt(weight, path, neverWords(never, named))];
  return alwaysHolds(rule, scope) ? [doubt('warning', path, (m) => m.ruleAlways)] : [];
}

function conflictsBetween(judged: readonly Judged[], scope: RuleScope): Doubt[] {
  return judged.flatMap((later, at) =>
    judged
      .slice(0, at)
      .filter((earlier) => neverHolds({ all: [earlier.rule, later.rule] }, scope))
      .map((earlier) =>
        doubt('error', [...later.check.path, 'rule'], (m, lang) =>
          m.mandatoryConflict(nameOf(earlier.check, 'text')[lang]),
        ),
      ),
  );
}

function neverWords(literals: readonly Literal[], named: Named): ReviewWords {
  const said: readonly [Text, boolean][] = literals.map((one) => [ruleWords(one.comparison, named), one.wanted]);
  return (m, lang) => m.ruleNever(said.map(([words, wanted]) => (wanted ? words[lang] : m.notWanted(words[lang]))));
}

/** The rule there, when it is one. */
function ruleOf({ value }: Placed, key: string, scope: RuleScope): Rule | undefined {
  const raw = value[key];
  return raw !== undefined && ruleProblems(raw, scope).length === 0 ? (raw as Rule) : undefined;
}
