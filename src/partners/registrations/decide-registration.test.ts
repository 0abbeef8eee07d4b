import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decideAccept,
  decideExtend,
  decideRegister,
  isProtected,
  nightlyOf,
  refuseDecision,
  refuseTermsDecision,
  refuseTouch,
  termsStateOf,
  type Rival,
} from '#partners/registrations/decide-registration.ts';
import { defaultPolicy as policy } from '#partners/registrations/registration-policy.ts';
import { RegistrationFields, type RegistrationState } from '#partners/registrations/registration.ts';
import { customerKeysOf, projectKey } from '#partners/registrations/same-project.ts';
import { addDays } from '#shared/day.ts';
import { isRefusal } from '#shared/refusal.ts';

const today = '2026-03-02';
const id = '018f0000-0000-7000-8000-000000000000';
const active = { state: 'active' as const, contractUntil: null, name: '鼎岳科技' };
const asked = (more: object = {}) =>
  RegistrationFields.parse({
    partnerId: id,
    name: '二期',
    customerName: '江宁钢铁',
    brings: '熟悉设计院',
    interest: false,
    ...more,
  });

const waiting = {
  state: 'submitted' as RegistrationState,
  ownerId: 'rep',
  ownerName: '周',
  termsState: 'none' as const,
  interest: false,
  protectedUntil: null as string | null,
  extensionReason: null as string | null,
};
const project = (of: string, name = '二期') => ({
  id: of,
  accountId: null,
  creditCode: null,
  ...customerKeysOf('江宁钢铁'),
  projectKey: projectKey(name, '江宁钢铁'),
  dealId: null,
});
const rival = (of: string, more: Partial<Rival> = {}): Rival => ({
  ...project(of),
  state: 'accepted',
  protectedUntil: today,
  ...more,
});
const facts = (more: object = {}) => ({
  actorId: 'manager',
  today,
  policy,
  partner: active,
  handling: null,
  own: project('own'),
  others: [] as Rival[],
  ...more,
});

const register = (more: object = {}, partner: object = active) =>
  decideRegister(asked(more), { partner: partner as typeof active, policy });

describe('registering', () => {
  test('given a partner that works with us, when it registers, then it waits for a decision', () => {
    expect(register()).toEqual({ termsState: 'none' });
    expect(register({}, { ...active, state: 'prospect' })).toEqual({ termsState: 'none' });
  });

  test.each([
    [{}, { state: 'suspended' }, 'registration.partnerOut'],
    [{}, { state: 'ended' }, 'registration.partnerOut'],
    [{ customerName: '' }, {}, 'registration.customerMissing'],
    [{ interest: true }, {}, 'registration.interestUnsaid'],
    [{ brings: '给采购处长回扣' }, {}, 'text.personalBenefit'],
    [{ termsNote: '私下给他 5 个点' }, {}, 'text.personalBenefit'],
    [{ products: ['送名表'] }, {}, 'text.personalBenefit'],
    [{ interest: true, interestNote: '王总女儿今年高考' }, {}, 'text.privateFact'],
  ])('%j of %j is refused: %s', (more, partner, code) => {
    expect(register(more, { ...active, ...partner })).toMatchObject({ code });
  });

  test.each([
    [{ kind: 'none' }, 'CNY', 'none'],
    [{ kind: 'percent', percent: policy.mostPercent }, 'USD', 'within'],
    [{ kind: 'percent', percent: policy.mostPercent + 1 }, 'CNY', 'waiting'],
    [{ kind: 'fixed', amount: policy.mostFixed }, 'CNY', 'within'],
    [{ kind: 'fixed', amount: policy.mostFixed + 1 }, 'CNY', 'waiting'],
    [{ kind: 'fixed', amount: 1 }, 'USD', 'waiting'],
  ] as const)('terms %j in %s: %s', (terms, currency, state) => {
    expect(termsStateOf(terms, currency, policy)).toBe(state);
  });
});

describe('accepting', () => {
  test('given nothing in the way, then it is protected for the policy’s days, the first and the last counted', () => {
    expect(decideAccept(waiting, facts())).toEqual({
      state: 'accepted',
      protectedFrom: today,
      protectedUntil: addDays(today, 89),
      handling: null,
    });
  });

  test('given a declared interest, then only with a word on how it is handled', () => {
    const declared = { ...waiting, interest: true };
    expect(decideAccept(declared, facts())).toMatchObject({ code: 'registration.interestUnhandled' });
    expect(decideAccept(declared, facts({ handling: '该人回避' }))).toMatchObject({ handling: '该人回避' });
    expect(decideAccept(declared, facts({ handling: '给他个人佣金' }))).toMatchObject({ code: 'text.personalBenefit' });
  });

  test.each([
    ['her own', { ownerId: 'manager' }, {}, 'registration.own'],
    ['decided already', { state: 'refused' }, {}, 'registration.notWaiting'],
    ['terms that wait', { termsState: 'waiting' }, {}, 'registration.termsOpen'],
    ['terms that were refused', { termsState: 'refused' }, {}, 'registration.termsOpen'],
    ['a partner without contract', {}, { partner: { ...active, state: 'prospect' } }, 'registration.partnerNotActive'],
    [
      'a contract that ran out',
      {},
      { partner: { ...active, contractUntil: '2026-03-01' } },
      'registration.partnerNotActive',
    ],
    ['a project that is protected', {}, { others: [rival('other')] }, 'registration.protected'],
  ])('%s is refused', (_what, kept, more, code) => {
    expect(decideAccept({ ...waiting, ...kept } as typeof waiting, facts(more))).toMatchObject({ code });
  });

  test.each([
    ['protection that ended yesterday', [rival('other', { protectedUntil: '2026-03-01' })]],
    ['another that only waits', [rival('other', { state: 'submitted', protectedUntil: null })]],
    ['another project of the customer', [{ ...rival('other'), projectKey: '办公楼' }]],
    ['itself', [rival('own')]],
  ])('%s is not in the way', (_what, others) => {
    expect(isRefusal(decideAccept(waiting, facts({ others })))).toBe(false);
  });
});

const who = (actorId: string, approves = false) => ({ actorId, approves });

describe('afterwards', () => {
  const standing = { ...waiting, state: 'accepted' as const, protectedUntil: '2026-03-10' };
  const extend = (kept: object, actorId = 'manager', reason = '招标推迟') =>
    decideExtend({ ...standing, ...kept }, { actorId, today, policy, reason });

  test('extended once, from its end', () => {
    expect(extend({})).toEqual({ protectedUntil: '2026-05-09', extensionReason: '招标推迟' });
    expect(extend({ extensionReason: '已延' })).toMatchObject({ code: 'registration.extendedOnce' });
    expect(extend({ protectedUntil: '2026-03-01' })).toMatchObject({ code: 'registration.notProtected' });
    expect(extend({}, 'rep')).toMatchObject({ code: 'registration.own' });
    expect(extend({}, 'manager', '给他红包')).toMatchObject({ code: 'text.personalBenefit' });
  });

  test('who may touch it, and decide on its terms', () => {
    expect(refuseTouch(standing, who('rep'))).toBeNull();
    expect(refuseTouch(standing, who('manager', true))).toBeNull();
    expect(refuseTouch(standing, who('other'))).toMatchObject({ code: 'registration.notYours' });
    expect(refuseTouch({ ...standing, state: 'expired' }, who('rep'))).toMatchObject({ code: 'registration.over' });
    expect(refuseDecision(standing, 'manager')).toMatchObject({ code: 'registration.notWaiting' });
    const asking = { ...standing, termsState: 'waiting' as const };
    expect(refuseTermsDecision(asking, 'manager')).toBeNull();
    expect(refuseTermsDecision(asking, 'rep')).toMatchObject({ code: 'registration.own' });
    expect(refuseTermsDecision(standing, 'manager')).toMatchObject({ code: 'registration.termsNotWaiting' });
  });

  test.each([
    ['2026-03-01', null, 'expires'],
    ['2026-03-02', null, 'remind'],
    ['2026-03-16', null, 'remind'],
    ['2026-03-17', null, null],
    ['2026-03-10', '2026-03-10', null],
    ['2026-03-10', '2026-03-05', 'remind'],
  ])('at night: protected until %s, reminded for %s: %s', (protectedUntil, remindedFor, what) => {
    expect(nightlyOf({ state: 'accepted', protectedUntil, remindedFor }, today, 14)).toBe(what);
    expect(nightlyOf({ state: 'withdrawn', protectedUntil, remindedFor }, today, 14)).toBeNull();
  });
});

test('whatever is done in whatever order, a project never has two protections', () => {
  const names = ['二期', '江宁钢铁 2 期项目', '三期'];
  const act = fc.record({
    what: fc.constantFrom('accept', 'extend', 'withdraw', 'night', 'days'),
    which: fc.nat(5),
    days: fc.nat(60),
  });
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...names), { minLength: 2, maxLength: 6 }),
      fc.array(act, { maxLength: 40 }),
      (those, acts) => {
        const all = those.map((name, at) => ({ ...waiting, ...project(String(at), name) }));
        let day = today;
        for (const { what, which, days } of acts) {
          const one = all[which % all.length]!;
          const others = all.map((other) => ({ ...other }));
          const keep = (decided: object) => void (isRefusal(decided) || Object.assign(one, decided));
          if (what === 'days') day = addDays(day, days);
          if (what === 'accept') keep(decideAccept(one, facts({ today: day, own: one, others })));
          if (what === 'extend') keep(decideExtend(one, { actorId: 'manager', today: day, policy, reason: '推迟' }));
          if (what === 'withdraw' && !refuseTouch(one, { actorId: 'rep', approves: false })) one.state = 'withdrawn';
          if (what === 'night')
            for (const kept of all)
              if (nightlyOf({ ...kept, remindedFor: null }, day, 14) === 'expires') kept.state = 'expired';
          const standing = all.filter((kept) => isProtected(kept, day)).map((kept) => kept.projectKey);
          expect(new Set(standing).size).toBe(standing.length);
        }
      },
    ),
  );
});
