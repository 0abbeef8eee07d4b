import { z } from 'zod';
import type { Text } from '#shared/messages.ts';
import { type AdviserRule, byEffort, byPurchase, byTrade, byValueType, byVariable } from '#method/adviser-rules.ts';
import {
  type AdvisedPlaybook,
  type EffortMatch,
  type Mode,
  type Purchase,
  type ValueType,
  type Variable,
  advisedPlaybooks,
  trades,
  valueTypes,
  variables,
} from '#method/adviser-words.ts';

const oneOf = <K extends string>(words: { readonly [key in K]: unknown }) =>
  z.enum(Object.keys(words) as [K, ...K[]]).optional();
const axis = z.int().min(0).max(100).optional();

/** What is known of how this customer buys; whatever is absent was not answered. Axes run 0–100, from 50 on high. */
export const AdviserAnswers = z.object({
  valueType: oneOf(valueTypes),
  importance: axis.meta({ description: 'How important the purchase is to the customer' }),
  substitution: axis.meta({ description: 'How hard we are to replace' }),
  theirs: axis.meta({ description: "The customer's effort in buying from us" }),
  ours: axis.meta({ description: 'Our effort in selling to them' }),
  trade: oneOf(trades),
  size: oneOf(variables.size),
  time: oneOf(variables.time),
  influence: oneOf(variables.influence),
  decision: oneOf(variables.decision),
  relations: oneOf(variables.relations),
  competition: oneOf(variables.competition),
});
export type AdviserAnswers = z.infer<typeof AdviserAnswers>;

export type Ranked = {
  readonly playbook: AdvisedPlaybook;
  readonly points: number;
  /** what speaks for it, the weightiest first */
  readonly reasons: readonly Text[];
};

export type Advice = {
  readonly mode: Mode;
  readonly purchase?: Purchase;
  readonly effort?: EffortMatch;
  /** all six, the best first */
  readonly ranking: readonly Ranked[];
  readonly best: AdvisedPlaybook;
  /** the best of those that the company has; undefined when it has none of the six */
  readonly advised?: AdvisedPlaybook;
  readonly runnerUp?: { readonly playbook: AdvisedPlaybook; readonly whyNot: readonly Text[] };
  readonly warnings: readonly AdviceWarning[];
  /** how many of the answers were given */
  readonly answered: number;
};
export type AdviceWarning = 'overInvestment' | 'exposed' | 'atOdds';

const books = Object.keys(advisedPlaybooks) as AdvisedPlaybook[];
const valueModes: { readonly [type in ValueType]: Mode } = {
  intrinsic: 'transactional',
  extrinsic: 'consultative',
  strategic: 'enterprise',
};

export function modeOf(playbook: AdvisedPlaybook): Mode {
  return playbook === 'visit' ? 'transactional' : playbook === 'key-account' ? 'enterprise' : 'consultative';
}

/** Where the customer stands in the first matrix; undefined while an axis is unknown. */
export function purchaseOf({ importance, substitution }: AdviserAnswers): Purchase | undefined {
  if (importance === undefined || substitution === undefined) return undefined;
  if (importance >= 50) return substitution >= 50 ? 'partner' : 'leverage';
  return substitution >= 50 ? 'manageRisk' : 'shop';
}

export function effortOf({ theirs, ours }: AdviserAnswers): EffortMatch | undefined {
  if (theirs === undefined || ours === undefined) return undefined;
  if (theirs >= 50) return ours >= 50 ? 'enterprise' : 'exposed';
  return ours >= 50 ? 'overInvestment' : 'transactional';
}

/** Which method to sell by, why, and what else came close. Any answers give an advice. */
export function advise(answers: AdviserAnswers, installed: readonly string[]): Advice {
  const rules = rulesFor(answers);
  const ranking = books
    .map((playbook) => rank(playbook, rules))
    .toSorted((a, b) => b.points - a.points || books.indexOf(a.playbook) - books.indexOf(b.playbook));
  const [first] = ranking as [Ranked, ...Ranked[]];
  const here = ranking.filter(({ playbook }) => installed.includes(playbook));
  const chosen = here[0] ?? first;
  const second = (here.length > 0 ? here : ranking).find(({ playbook }) => playbook !== chosen.playbook);
  const purchase = purchaseOf(answers);
  const effort = effortOf(answers);
  const mode = modeOf(first.playbook);
  const warnings: AdviceWarning[] = [];
  if (effort === 'overInvestment' || effort === 'exposed') warnings.push(effort);
  if (answers.valueType && valueModes[answers.valueType] !== mode) warnings.push('atOdds');
  return {
    mode,
    ...(purchase && { purchase }),
    ...(effort && { effort }),
    ranking,
    best: first.playbook,
    ...(here[0] && { advised: here[0].playbook }),
    ...(second && {
      runnerUp: { playbook: second.playbook, whyNot: whyNot(rules, chosen.playbook, second.playbook) },
    }),
    warnings,
    answered: Object.values(answers).filter((answer) => answer !== undefined).length,
  };
}

function rulesFor(answers: AdviserAnswers): AdviserRule[] {
  const purchase = purchaseOf(answers);
  const effort = effortOf(answers);
  const fromVariables = (Object.keys(variables) as Variable[]).flatMap((variable) => {
    const value = answers[variable];
    const rule = value && byVariable[variable][value];
    return rule ? [rule] : [];
  });
  return [
    ...(answers.valueType ? [byValueType[answers.valueType]] : []),
    ...(purchase ? [byPurchase[purchase]] : []),
    ...(effort ? [byEffort[effort]] : []),
    ...(answers.trade ? [byTrade[answers.trade]] : []),
    ...fromVariables,
  ];
}

function rank(playbook: AdvisedPlaybook, rules: readonly AdviserRule[]): Ranked {
  const mine = rules.filter(({ points }) => (points[playbook] ?? 0) > 0);
  const pointsOf = (rule: AdviserRule) => rule.points[playbook] ?? 0;
  return {
    playbook,
    points: mine.reduce((sum, rule) => sum + pointsOf(rule), 0),
    reasons: mine.toSorted((a, b) => pointsOf(b) - pointsOf(a)).map(({ why }) => why),
  };
}

/** What speaks for the chosen one and less for the other. */
function whyNot(rules: readonly AdviserRule[], chosen: AdvisedPlaybook, other: AdvisedPlaybook): Text[] {
  const gap = ({ points }: AdviserRule) => (points[chosen] ?? 0) - (points[other] ?? 0);
  return rules
    .filter((rule) => gap(rule) > 0)
    .toSorted((a, b) => gap(b) - gap(a))
    .slice(0, 2)
    .map(({ why }) => why);
}

/** How a deal's method stands to the advice: waste = more than the customer values, risk = less. */
export type Match = 'fits' | 'waste' | 'risk' | 'another';

const depth: readonly Mode[] = ['transactional', 'consultative', 'enterprise'];

/** undefined for a company's own method, of which the adviser knows nothing, and while nothing was answered. */
export function matchOf(playbook: string, advice: Advice): Match | undefined {
  if (advice.answered === 0) return undefined;
  if (!Object.hasOwn(advisedPlaybooks, playbook)) return undefined;
  const own = playbook as AdvisedPlaybook;
  const beyond = depth.indexOf(modeOf(own)) - depth.indexOf(advice.mode);
  if (beyond > 0) return 'waste';
  if (beyond < 0) return 'risk';
  return own === advice.best || own === advice.advised ? 'fits' : 'another';
}
