import { describe, expect, test } from 'vitest';
import { exactAmount, shortAmount } from '#ui/amount.ts';

const yuan = (value: number) => ({ amount: Math.round(value * 100), currency: 'CNY' });

describe('amounts as people say them', () => {
  test.each([
    [0, '¥0'],
    [9_800, '¥9,800'],
    [10_000, '¥1万'],
    [123_456, '¥12.35万'],
    [12_805_000, '¥1,280.5万'],
    [99_999_999, '¥1亿'],
    [123_000_000, '¥1.23亿'],
    [-56_000, '-¥5.6万'],
  ])('%d in Chinese', (value, said) => {
    expect(shortAmount(yuan(value), 'zh')).toBe(said);
  });

  test('in English', () => {
    expect(shortAmount({ amount: 1_280_500_000, currency: 'USD' }, 'en')).toBe('$12.81M');
    expect(shortAmount({ amount: 980_000, currency: 'USD' }, 'en')).toBe('$9,800');
  });

  test('a currency without minor units is not divided', () => {
    expect(shortAmount({ amount: 120_000, currency: 'JPY' }, 'zh')).toBe('JP¥12万');
  });

  test('to the last cent', () => {
    expect(exactAmount(yuan(12_805_000.5), 'zh')).toBe('¥12,805,000.50');
  });
});
