import { expect, test } from 'vitest';
import type { StakeholderFact } from '#method/fact-source.ts';
import { withMergedPerson } from '#deals/merged-stakeholders.ts';

const to = { id: 'w', name: '王明' };
const other: StakeholderFact = { name: '李四' };

test('a deal that knows only the loser knows her under her new id', () => {
  const people: StakeholderFact[] = [other, { id: 'l', name: '王总', roles: ['decider'], stance: 1 }];
  expect(withMergedPerson(people, 'l', to)).toEqual([other, { id: 'w', name: '王明', roles: ['decider'], stance: 1 }]);
});

test('a deal that knows both knows one, with all parts and what either side knew', () => {
  const people: StakeholderFact[] = [
    { id: 'l', name: '王总', roles: ['decider'], stance: 1, level: 'director' as never },
    other,
    { id: 'w', name: '王明', roles: ['user'], stance: 2, coach: true },
  ];
  expect(withMergedPerson(people, 'l', to)).toEqual([
    { id: 'w', name: '王明', roles: ['user', 'decider'], stance: 2, coach: true, level: 'director' },
    other,
  ]);
});
