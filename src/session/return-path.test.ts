import { expect, test } from 'vitest';
import { goToSignIn, returnPath } from '#session/return-path.ts';

test.each([
  ['/deals?stage=3', '/deals?stage=3'],
  [undefined, '/'],
  ['https://elsewhere.example', '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['/\t/elsewhere.example', '/'],
  ['/sign-in', '/'],
])('after sign-in, %s leads to %s', (asked, path) => {
  expect(returnPath(asked)).toBe(path);
});

test('sign-in remembers where one came from', () => {
  expect(goToSignIn('/deals?stage=3')).toBe('/sign-in?return=%2Fdeals%3Fstage%3D3');
  expect(goToSignIn('/')).toBe('/sign-in');
});
