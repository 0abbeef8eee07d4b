import type { Day } from '#shared/day.ts';
import type { Lang, Text } from '#shared/messages.ts';
import type { CompiledPlaybook } from '#method/compiled-playbook.ts';
import type { FactSource } from '#method/fact-source.ts';
import type { Scalar } from '#method/fact-type.ts';
import type { AppliedRule } from '#method/lint/company-lint.ts';
import { lintFactOf, lintFacts } from '#method/lint/lint-facts.ts';
import { type Severity, severities } from '#method/lint/severity.ts';
import type { Ground, LintSubject } from '#method/lint/lint-subject.ts';
import { both } from '#method/method.messages.ts';
import { type NextAct, actFrom } from '#method/next-act.ts';
import { type Test, compileRule, valueOf } from '#method/rule-compile.ts';
import { type Explain, compileExplanation, unsatisfied } from '#method/rule-explain.ts';
import { valueWords } from '#method/rule-words.ts';
import { type Truth, comparisons, factDefinition } from '#method/rule.ts';

/** The rules in force made ready for one playbook: compile once, keep, share. */
export type CompiledLint = { readonly rules: readonly CompiledRule[]; readonly facts: readonly string[] };
type CompiledRule = { readonly rule: AppliedRule; readonly test: Test; readonly explain: Explain };

/** A mistake found: what it says of this deal, what it rests on, what to do and whom to ask. */
export type Finding = {
  readonly rule: string;
  readonly name: Text;
  readonly severity: Severity;
  readonly says: Text;
  readonly grounds: readonly Ground[];
  readonly cure: NextAct;
};

/** Let be for a while, with a reason, by somebody who may. The last day still counts. */
export type Waiver = { readonly rule: string; readonly until: Day };

export function compileLint(rules: readonly AppliedRule[], { scope }: Pick<CompiledPlaybook, 'scope'>): CompiledLint {
  const within = { ...scope, further: lintFacts };
  const asked = new Set(rules.flatMap(({ condition }) => comparisons(condition).map(({ fact }) => fact)));
  return {
    rules: rules.map((rule) => ({
      rule,
      test: compileRule(rule.condition, within),
      explain: compileExplanation(rule.condition, within),
    })),
    facts: [...asked].filter((fact) => lintFactOf(fact)),
  };
}

/** Yes, no or unknown for each rule that concerns a deal in its state. */
export function lintTruths(lint: CompiledLint, subject: LintSubject): Map<string, Truth> {
  const source = sourceOf(lint, subject);
  const concerned = lint.rules.filter(({ rule }) => rule.states.includes(subject.state));
  return new Map(concerned.map(({ rule, test }) => [rule.id, test(source)]));
}

/** What fires, worst first, waivers not looked at: ids alone, for portfolios. Agrees with `lintDeal`. */
export function firingRules(lint: CompiledLint, subject: LintSubject): AppliedRule[] {
  const source = sourceOf(lint, subject);
  const firing = lint.rules.filter(({ rule, test }) => rule.states.includes(subject.state) && test(source) === true);
  return worstFirst(firing.map(({ rule }) => rule));
}

/** The same with words, grounds and cures. */
export function lintDeal(lint: CompiledLint, subject: LintSubject): Finding[] {
  const source = sourceOf(lint, subject);
  const found = firingRules(lint, subject).map((rule): Finding => {
    const { explain } = lint.rules.find((one) => one.rule === rule)!;
    return {
      rule: rule.id,
      name: rule.name,
      severity: rule.severity,
      says: told(rule.says, source, subject),
      grounds: unsatisfied(explain(source), false).flatMap(({ fact, words }) =>
        groundsOf(fact ?? '', words, source, subject),
      ),
      cure: actFrom(rule.cure, subject.situation),
    };
  });
  return found.map((finding) => ({ ...finding, grounds: once(finding.grounds) }));
}

/** Findings that stand today, and those that somebody let be. */
export function waivedApart<F extends { readonly rule: string }>(
  findings: readonly F[],
  waivers: readonly Waiver[],
  today: Day,
): { standing: F[]; waived: F[] } {
  const running = new Set(waivers.filter(({ until }) => until >= today).map(({ rule }) => rule));
  return {
    standing: findings.filter(({ rule }) => !running.has(rule)),
    waived: findings.filter(({ rule }) => running.has(rule)),
  };
}

function worstFirst(rules: readonly AppliedRule[]): AppliedRule[] {
  const order = Object.keys(severities);
  return rules.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** The deal's facts with those derived that the rules ask for. */
function sourceOf(lint: CompiledLint, subject: LintSubject): FactSource {
  const { values, lists } = subject.situation.facts;
  const derived = lint.facts.map((id) => [id, lintFactOf(id)?.read(subject)] as const);
  const known = derived.filter(([, value]) => value !== undefined);
  return { values: { ...values, ...Object.fromEntries(known) }, lists };
}

/** `{fact.id}` in a text: the value in words. */
function told(says: Text, source: FactSource, subject: LintSubject): Text {
  const fill = (lang: Lang) =>
    says[lang].replaceAll(/\{([a-z]+\.[a-zA-Z]+)\}/g, (whole, id: string) => {
      const type = factDefinition(id, lintFacts)?.type;
      if (!type) return whole;
      const value = valueOf(source, id) ?? lintFactOf(id)?.read(subject);
      return value === undefined ? '—' : valueWords(type, value, lang);
    });
  return { zh: fill('zh'), en: fill('en') };
}

/** The records behind one comparison that made the rule fire; without any, the fact itself with its value. */
function groundsOf(fact: string, words: Text, source: FactSource, subject: LintSubject): readonly Ground[] {
  const records = lintFactOf(fact)?.grounds?.(subject) ?? [];
  if (records.length > 0) return records;
  const definition = factDefinition(fact, lintFacts);
  if (!definition) return [{ kind: 'fact', id: fact, words }];
  const value: Scalar | undefined = valueOf(source, fact);
  const is = (lang: Lang) => (value === undefined ? undefined : valueWords(definition.type, value, lang));
  return [
    { kind: 'fact', id: fact, words: both((m, lang) => m.param(definition.name[lang], is(lang) ?? m.notRecorded)) },
  ];
}

function once(grounds: readonly Ground[]): Ground[] {
  return grounds.filter(({ kind, id }, at) => grounds.findIndex((one) => one.kind === kind && one.id === id) === at);
}
