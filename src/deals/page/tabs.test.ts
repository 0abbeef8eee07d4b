import { describe, expect, it } from 'vitest';
import { readDealSearch, readMoment } from '#deals/page/tabs.ts';

describe('what the URL asks of the deal page', () => {
  it('passes over words that it does not know', () => {
    expect(readDealSearch({ tab: 'nothing', stage: 'x' }, ['a'])).toEqual({
      tab: 'gate',
      stage: undefined,
      check: undefined,
    });
    expect(readDealSearch({ tab: 'facts', stage: 'a', check: 'c' }, ['a'])).toEqual({
      tab: 'facts',
      stage: 'a',
      check: 'c',
    });
  });

  it('reads a moment, or none', () => {
    expect(readMoment('2026-08-01T15:59:59.999Z')).toBe('2026-08-01T15:59:59.999Z');
    expect([readMoment('yesterday'), readMoment(undefined)]).toEqual([undefined, undefined]);
  });
});
