import { expect, test } from 'vitest';
import { comparedOver, spanOf } from '#funnel/spans.ts';

test('quarters begin in January, April, July and October', () => {
  expect(spanOf('quarter', '2026-11-26')).toEqual({ from: '2026-10-01', to: '2026-11-26' });
  expect(spanOf('lastQuarter', '2026-02-10')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
  expect(spanOf('thisYear', '2026-03-31')).toEqual({ from: '2026-01-01', to: '2026-03-31' });
  expect(spanOf('year', '2026-03-31')).toEqual({ from: '2025-04-01', to: '2026-03-31' });
});

test('a comparison starts from the end of the day before', () => {
  expect(comparedOver('quarter', '2026-11-26')).toEqual({ from: '2026-09-30', to: '2026-11-26' });
});
