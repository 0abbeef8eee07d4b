import { expect, test } from 'vitest';
import { notificationKinds } from '#notifications/notification.ts';
import { moreWords, toldWords } from '#notifications/told-words.ts';

const day = (text: string) => text;

test.each(notificationKinds)('%s is told in both languages, with its name', (kind) => {
  const facts = { name: 'X1', other: 'Y2', stage: { zh: '立项', en: 'Approval' } };
  for (const lang of ['zh', 'en'] as const) {
    const words = toldWords({ kind, facts }, lang);
    expect(words.length).toBeGreaterThan(3);
    expect(words.includes('X1') || kind === 'invitation.accepted').toBe(true);
    expect(words).not.toMatch(/undefined|null/);
  }
});

test('the rest is said where it is known', () => {
  const facts = { name: 'X', reason: 'lost.price', said: '低了三成', dueOn: null };
  expect(moreWords({ kind: 'deal.lost', facts }, 'zh', day)).toBe('价格偏高 · 低了三成');
  expect(moreWords({ kind: 'task.given', facts: { name: 'X', dueOn: '2026-03-10' } }, 'zh', day)).toBe(
    '截止 2026-03-10',
  );
  expect(
    moreWords({ kind: 'registration.accepted', facts: { name: 'X', protectedUntil: '2026-03-10' } }, 'zh', day),
  ).toBe('保护到 2026-03-10');
  expect(moreWords({ kind: 'handOver.received', facts: { name: 'X', counts: { deals: 2 } } }, 'en', day)).toBe(
    '2 deals',
  );
  expect(moreWords({ kind: 'deal.won', facts: { name: 'X' } }, 'zh', day)).toBe('');
});
