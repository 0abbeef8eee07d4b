import { expect, test } from 'vitest';
import type { Rule } from '#method/rule.ts';
import { decidedBy } from '#playbooks/decided-by.ts';

const buyerStages = [{ id: 'screen', name: { zh: '初查', en: 'Screening' }, period: 'guiding' as const }];

test('a rule is told condition by condition, with the buyer’s steps by name', () => {
  const rule: Rule = {
    all: [
      { fact: 'budget.state', atLeast: 'approved' },
      { fact: 'buyer.stage', is: 'screen' },
    ],
  };
  const words = decidedBy(rule, buyerStages);
  expect(words?.zh).toMatch(/^预算[^；]*已批准[^；]*；[^；]*初查/);
  expect(words?.en).toMatch(/; .*Screening/);
});

test('a rule half written in a draft says nothing rather than failing', () => {
  for (const rule of [{}, { all: [] }, { fact: 'budget.state' }, { fact: 'no.such', is: 1 }, 7, null])
    expect(decidedBy(rule as unknown as Rule, buyerStages)).toBeUndefined();
});
