import { describe, expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import { decideFact, isMonthAndDay, refuseReveal } from '#compliance/personal-facts/decide-fact.ts';
import { factKinds, forbiddenKinds, keptKindNames, keptKinds } from '#compliance/personal-facts/fact-kind.ts';
import { factRefusals } from '#compliance/personal-facts/fact-refusals.ts';
import type { FactFields } from '#compliance/personal-facts/personal-fact.ts';
import { defaultPrivacyPolicy, PrivacyPolicy } from '#compliance/personal-facts/privacy-policy.ts';

const today = '2026-03-02';
const school: FactFields = {
  kind: 'education',
  value: '东南大学电气工程',
  basis: 'public',
  source: '公司官网的简介',
  purpose: 'relationship',
};
const consent = { on: '2026-03-01', how: '拜访时当面同意', scope: '生日当天发一条问候' };
const birthday: FactFields = {
  ...school,
  kind: 'birthday',
  value: '06-18',
  basis: 'consent',
  purpose: 'courtesy',
  reason: '节日问候名单',
  consent,
};
const withBirthday: PrivacyPolicy = {
  ...defaultPrivacyPolicy,
  kinds: { ...defaultPrivacyPolicy.kinds, birthday: { on: true, purposes: ['courtesy'], days: 100 } },
};
const code = (fields: FactFields, policy = withBirthday) => {
  const decided = decideFact(fields, policy, today);
  return isRefusal(decided) ? decided.code : decided;
};

test('an ordinary fact is kept as long as its kind is', () => {
  expect(code(school)).toMatchObject({ kind: 'education', expiresOn: '2029-03-01', consent: null, reason: null });
  expect(code({ ...school, expiresOn: '2026-06-01' })).toMatchObject({ expiresOn: '2026-06-01' });
});

test('what is private is found though a fact does not say whose it is', () => {
  for (const value of ['湖北襄阳，爱人也是老乡', '离异', '儿子在一中', '中共党员', '浙江宁波；家住月湖花园 3 栋'])
    expect(code({ ...school, value }), value).toBe('text.privateFact');
  for (const value of [
    '羽毛球',
    '湖北襄阳',
    '主攻传动控制，做过三条热轧线',
    '儿童医院设计院的老同事',
    '周三下午可以见',
  ])
    expect(code({ ...school, value }), value).toMatchObject({ value });
});

test('a sensitive fact needs the company, consent and a reason', () => {
  expect(code(birthday)).toMatchObject({ kind: 'birthday', consent, expiresOn: '2026-06-10' });
  expect(code(birthday, defaultPrivacyPolicy)).toBe('personalFact.kindOff');
  expect(code({ ...birthday, basis: 'public' })).toBe('personalFact.consentOnly');
  expect(code({ ...birthday, reason: ' ' })).toBe('personalFact.reasonNeeded');
  expect(code({ ...birthday, consent: null })).toBe('personalFact.consentMissing');
  expect(code({ ...birthday, consent: { ...consent, on: '2026-03-03' } })).toBe('personalFact.consentAhead');
});

test.each(Object.keys(forbiddenKinds) as (keyof typeof forbiddenKinds)[])('%s is never kept, and told why', (kind) => {
  expect(code({ ...school, kind })).toBe('personalFact.forbidden');
  const { zh, en } = factRefusals['personalFact.forbidden'].words({ kind });
  expect(zh).toContain(forbiddenKinds[kind].zh);
  expect(en).toContain(forbiddenKinds[kind].en);
});

describe('what is refused', () => {
  test.each<[string, Partial<FactFields>, string]>([
    ['a purpose that does not suit the kind', { purpose: 'courtesy' }, 'personalFact.purpose'],
    ['longer than the kind is kept', { expiresOn: '2029-03-02' }, 'personalFact.tooLong'],
    ['a last day that is over', { expiresOn: '2026-03-01' }, 'personalFact.over'],
    ['consent without a record', { basis: 'consent' }, 'personalFact.consentMissing'],
    ['a forbidden thing in an allowed kind', { value: '他女儿也在东南大学读书' }, 'text.privateFact'],
    ['a benefit in the source', { source: '给了他 3 个点回扣才说的' }, 'text.personalBenefit'],
  ])('%s', (_what, more, refused) => expect(code({ ...school, ...more })).toBe(refused));

  test('a birthday with its year', () => {
    expect(code({ ...birthday, value: '1980-06-18' })).toBe('personalFact.birthday');
  });
});

test.each([
  ['06-18', true],
  ['02-29', true],
  ['02-30', false],
  ['13-01', false],
  ['6-18', false],
])('%s is month and day: %s', (text, is) => expect(isMonthAndDay(text)).toBe(is));

test('a masked value is shown while there is one and the kind is kept', () => {
  const kept = { kind: 'birthday', value: '06-18' } as const;
  expect(refuseReveal(kept, withBirthday, '发问候')).toBeNull();
  expect(refuseReveal(kept, defaultPrivacyPolicy, '发问候')?.code).toBe('personalFact.kindOff');
  expect(refuseReveal({ ...kept, value: null }, withBirthday, '发问候')?.code).toBe('personalFact.blanked');
  expect(refuseReveal(kept, withBirthday, '他女儿今年高考')?.code).toBe('text.privateFact');
});

describe('the catalogue', () => {
  test('says of every kind what it is for and how long it is kept', () => {
    for (const kind of keptKindNames) {
      expect(keptKinds[kind].purposes.length).toBeGreaterThan(0);
      expect(keptKinds[kind].days).toBeGreaterThan(0);
    }
    expect(new Set(factKinds).size).toBe(factKinds.length);
  });

  test('sensitive kinds are off until the company says otherwise', () => {
    for (const kind of keptKindNames)
      expect(defaultPrivacyPolicy.kinds[kind].on).toBe(keptKinds[kind].class === 'ordinary');
    expect(PrivacyPolicy.parse(defaultPrivacyPolicy)).toEqual(defaultPrivacyPolicy);
  });

  test('a kind is switched on with a purpose that suits it', () => {
    const on = [['visit'], [], ['contract']].map((purposes) => {
      const kinds = { ...defaultPrivacyPolicy.kinds, diet: { on: true, purposes, days: 10 } };
      return PrivacyPolicy.safeParse({ ...defaultPrivacyPolicy, kinds }).success;
    });
    expect(on).toEqual([true, false, false]);
  });
});
