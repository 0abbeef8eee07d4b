import { expect, test } from 'vitest';
import { answerOf } from '#session/auth.tsx';
import { emailFault, totpFault } from '#session/sign-in-faults.ts';

test.each([
  [200, {}, 'in'],
  [200, { twoFactorRedirect: true }, 'secondFactor'],
  [401, { code: 'INVALID_EMAIL_OR_PASSWORD' }, 'wrong'],
  [401, { code: 'INVALID_TWO_FACTOR_COOKIE' }, 'expired'],
  [423, { code: 'ACCOUNT_LOCKED' }, 'locked'],
  [429, null, 'tooMany'],
  [502, null, 'failed'],
])('answer %d %o means %s', (status, said, meaning) => {
  expect(answerOf(status, said)).toBe(meaning);
});

test('fields are checked before anything is sent', () => {
  expect(['', 'lin', ' lin@hengtai.cn '].map(emailFault)).toEqual(['emailNeeded', 'emailShape', undefined]);
  expect(['12345', '123 456', 'abcdef'].map(totpFault)).toEqual(['totpShape', undefined, 'totpShape']);
});
