import { expect, test } from 'vitest';
import { facts } from '#method/facts.ts';
import { counts } from '#method/fact-lists.ts';
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

const buyerStages = ['want', 'buy'];
const faults = (rule: Comparison) => ruleProblems(rule, { buyerStages });

test('every fact of the catalogue can be chosen, compared in each way that is offered, and narrowed by each limit', () => {
  expect(factChoices).toHaveLength(Object.keys(facts).length + Object.keys(counts).length);
  for (const { id } of factChoices) {
    const begun = beginComparison(id, buyerStages);
    expect(faults(begun)).toEqual([]);
    for (const operator of operatorsFor(typeOf(begun)))
      expect(faults(compareBy(begun, operator, buyerStages))).toEqual([]);
  }
  for (const [id, { params }] of Object.entries(counts))
    for (const param of Object.keys(params)) {
      const narrowed = setLimit(beginComparison(id, buyerStages), param, firstValue(limitType(id, param), buyerStages));
      expect(faults(narrowed)).toEqual([]);
      expect(setLimit(narrowed, param, undefined)).toEqual(beginComparison(id, buyerStages));
    }
});

test('a value goes along where it fits', () => {
  const approved: Comparison = { fact: 'budget.state', atLeast: 'approved' };
  expect(compareBy(approved, 'oneOf', buyerStages)).toEqual({ fact: 'budget.state', oneOf: ['approved'] });
  expect(compareBy(compareBy(approved, 'oneOf', buyerStages), 'is', buyerStages)).toEqual({
    fact: 'budget.state',
    is: 'approved',
  });
  expect(compareBy(compareBy(approved, 'recorded', buyerStages), 'is', buyerStages)).toEqual({
    fact: 'budget.state',
    is: 'none',
  });
  expect(compareTo(approved, 'inPlace')).toEqual({ fact: 'budget.state', atLeast: 'inPlace' });
});

test('a "not" is a mark beside its rule', () => {
  const rule = { fact: 'bid.submitted', is: true };
  expect(signed(withSign(rule, true))).toEqual({ rule, negated: true });
  expect(signed(withSign(rule, false))).toEqual({ rule, negated: false });
});
