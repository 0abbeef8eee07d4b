import { expect, test } from 'vitest';
import { likenessOf } from '#people/contact-duplicates.ts';

test.each([
  ['the same mobile, written otherwise', { mobile: '138 0013 8000' }, { mobile: '+86 138-0013-8000' }, ['mobile']],
  ['a mobile that the other has as telephone', { mobile: '13800138000' }, { phone: '13800138000' }, ['mobile']],
  ['a switchboard in common', { phone: '021-62880000' }, { phone: '021-62880000' }, []],
  ['the same e-mail in capitals', { email: 'Wang@Example.com' }, { email: 'wang@example.com' }, ['email']],
  ['a name at one account', { name: '王明', accountId: 'a' }, { name: '王明', accountId: 'a' }, ['name']],
  ['a name at two accounts', { name: '王明', accountId: 'a' }, { name: '王明', accountId: 'b' }, []],
  ['a name without an account', { name: '王明' }, { name: '王明' }, []],
  ['nothing known', {}, {}, []],
])('%s', (_what, one, other, why) => {
  expect(likenessOf(one, other)).toEqual(why);
});
