import { expect, test } from 'vitest';
import { decideState, refuseChange, refuseFields, worksWithUs } from '#partners/decide-partner.ts';

test('whoever looks after it, or leads who does, may change it', () => {
  expect(refuseChange({ mine: true, ownerName: '周' })).toBeNull();
  expect(refuseChange({ mine: false, ownerName: '周' })).toMatchObject({
    code: 'partner.notYours',
    data: { ownerName: '周' },
  });
});

test.each([
  [{ note: '返点给个人' }, 'text.personalBenefit'],
  [{ name: '红包公司' }, 'text.personalBenefit'],
  [{ contractFrom: '2026-03-02', contractUntil: '2026-03-01' }, 'partner.contractDays'],
])('%j is not kept: %s', (fields, code) => {
  expect(refuseFields(fields)).toMatchObject({ code });
});

test('suspending and ending say why; resuming forgets it', () => {
  expect(decideState('suspended', null)).toMatchObject({ code: 'partner.reasonNeeded' });
  expect(decideState('ended', '串货')).toEqual({ state: 'ended', stateReason: '串货' });
  expect(decideState('active', '整改完成')).toEqual({ state: 'active', stateReason: null });
  expect(decideState('ended', '给他红包')).toMatchObject({ code: 'text.personalBenefit' });
});

test.each([
  ['active', null, true],
  ['active', '2026-03-02', true],
  ['active', '2026-03-01', false],
  ['prospect', null, false],
  ['suspended', null, false],
] as const)('%s until %s works with us: %s', (state, contractUntil, does) => {
  expect(worksWithUs({ state, contractUntil }, '2026-03-02')).toBe(does);
});
