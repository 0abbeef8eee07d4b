import { expect, test } from 'vitest';
import { facts } from '#method/facts.ts';
import { counts } from '#method/fact-lists.ts';
import { lintFacts } from '#method/lint/lint-facts.ts';
import { ruleProblems } from '#method/rule-problems.ts';
import type { Comparison } from '#method/rule.ts';
import { typeOf } from '#method/rule-words.ts';
import {
  beginComparison,
  compareBy,
  compareTo,
  factChoices,
  firstValue,
  limitType,
  operatorsFor,
  setLimit,
  signed,
  withSign,
} from '#playbooks/studio/rule-form.ts';

const scope = { buyerStages: ['want', 'buy'], further: lintFacts };
const faults = (rule: Comparison) => ruleProblems(rule, scope);

test('every fact of the catalogue can be chosen, compared in each way that is offered, and narrowed by each limit', () => {
  expect(factChoices()).toHaveLength(Object.keys(facts).length + Object.keys(counts).length);
  expect(factChoices(lintFacts)).toHaveLength(factChoices().length + Object.keys(lintFacts).length);
  for (const { id } of factChoices(lintFacts)) {
    const begun = beginComparison(id, scope);
    expect(faults(begun)).toEqual([]);
    for (const operator of operatorsFor(typeOf(begun, lintFacts), scope))
      expect(faults(compareBy(begun, operator, scope))).toEqual([]);
  }
  for (const [id, { params }] of Object.entries(counts))
    for (const param of Object.keys(params)) {
      const narrowed = setLimit(beginComparison(id, scope), param, firstValue(limitType(id, param), scope));
      expect(faults(narrowed)).toEqual([]);
      expect(setLimit(narrowed, param, undefined)).toEqual(beginComparison(id, scope));
    }
});

test('a value goes along where it fits', () => {
  const approved: Comparison = { fact: 'budget.state', atLeast: 'approved' };
  expect(compareBy(approved, 'oneOf', scope)).toEqual({ fact: 'budget.state', oneOf: ['approved'] });
  expect(compareBy(compareBy(approved, 'oneOf', scope), 'is', scope)).toEqual({
    fact: 'budget.state',
    is: 'approved',
  });
  expect(compareBy(compareBy(approved, 'recorded', scope), 'is', scope)).toEqual({
    fact: 'budget.state',
    is: 'none',
  });
  expect(compareTo(approved, 'inPlace')).toEqual({ fact: 'budget.state', atLeast: 'inPlace' });
});

test('a rule for all methods asks of a buyer only whether his step is known', () => {
  const nobody = { buyerStages: [], further: lintFacts };
  expect(beginComparison('buyer.stage', nobody)).toEqual({ fact: 'buyer.stage', recorded: true });
  for (const { id } of factChoices(lintFacts)) expect(ruleProblems(beginComparison(id, nobody), nobody)).toEqual([]);
});

test('a "not" is a mark beside its rule', () => {
  const rule = { fact: 'bid.submitted', is: true };
  expect(signed(withSign(rule, true))).toEqual({ rule, negated: true });
  expect(signed(withSign(rule, false))).toEqual({ rule, negated: false });
});
