import { expect, test } from 'vitest';
import { wantingForNext } from '#deals/page/ripeness.ts';
import { classify } from '#method/opportunity-class.ts';

test('says what is to be had for the next class, each thing once, in the language of the reader', () => {
  const ripeness = classify({ values: { 'deal.needExplicit': false, 'budget.state': 'expected' }, lists: {} });
  expect(wantingForNext('lead', ripeness, 'zh')).toEqual(['预计金额', '选定产品', '明确需求']);
  expect(wantingForNext('opportunity', ripeness, 'en')).toEqual([
    'their approval of the project',
    'an approved budget',
  ]);
  expect(wantingForNext('project', ripeness, 'zh')).toEqual([]);
});
