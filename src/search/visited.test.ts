import { expect, test } from 'vitest';
import { kindOf, readVisits, withVisit } from '#search/visited.ts';

const path = (n: number) => `/deals/01a202b3-4e43-735f-a19c-156c61f8d29${n}`;

test('the newest first, each once, six at most', () => {
  const six = [0, 1, 2, 3, 4, 5].map((n) => ({ path: path(n), name: `商机 ${n}` }));
  expect(withVisit(six, { path: path(3), name: '新名字' }).map(({ name }) => name)).toEqual([
    '新名字',
    '商机 0',
    '商机 1',
    '商机 2',
    '商机 4',
    '商机 5',
  ]);
  expect(withVisit(six, { path: path(7), name: '第七' })).toHaveLength(6);
});

test('only records are visits', () => {
  expect(kindOf(path(1))).toBe('deals');
  expect(kindOf('/deals')).toBeNull();
  expect(kindOf('/settings/users')).toBeNull();
});

test.each([
  null,
  '',
  'nonsense',
  '{}',
  '[1]',
  '[{"path":"/","name":"x"}]',
  '[{"path":"javascript:alert(1)","name":"x"}]',
])('%j holds no visit', (text) => {
  expect(readVisits(text)).toEqual([]);
});
