import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heard, isDirty, settled, untouched, type Choice } from '#reviews/autosave.ts';

const typing = (base: string, mine: string) => ({ base, mine, theirs: null });

test('where she typed nothing she reads what the others write', () => {
  expect(heard(untouched('旧'), '新')).toEqual(untouched('新'));
});

test('what she typed stays, theirs is set beside it, and she decides', () => {
  const both = heard(typing('旧', '我的'), '对方的');
  expect(both).toEqual({ base: '旧', mine: '我的', theirs: '对方的' });
  expect(settled(both, 'both')).toEqual(typing('对方的', '对方的\n我的'));
  expect(settled(both, 'mine')).toEqual(typing('对方的', '我的'));
  expect(settled(both, 'theirs')).toEqual(untouched('对方的'));
});

test('when both wrote the same there is nothing to decide', () => {
  expect(heard(typing('旧', '同样的'), '同样的')).toEqual(untouched('同样的'));
});

test('what is typed while it is being saved is still to be saved; what was sent comes back as nobody else’s', () => {
  const sending = { ...typing('旧', '约总会计师，周四'), sent: '约总会计师' };
  expect(heard(sending, '旧')).toBe(sending);
  const arrived = heard(sending, '约总会计师');
  expect(arrived).toEqual(typing('约总会计师', '约总会计师，周四'));
  expect(isDirty(arrived)).toBe(true);
  // Who then takes it back is not overwritten unasked.
  expect(heard(arrived, '旧').theirs).toBe('旧');
});

test('what somebody else saved while hers was on its way is hers to decide about', () => {
  const sending = { ...typing('旧', '我的'), sent: '我的' };
  expect(heard(sending, '对方的').theirs).toBe('对方的');
});

test('an answer that comes late, as it was before, changes nothing', () => {
  expect(heard(typing('旧', '我的'), '旧')).toEqual(typing('旧', '我的'));
});

test('whatever she chooses, no word of hers is lost but by her own choice', () => {
  const anyText = fc.string();
  const anyChoice = fc.constantFrom<Choice>('both', 'mine');
  fc.assert(
    fc.property(anyText, anyText, anyText, anyChoice, (base, mine, theirs, choice) => {
      const after = settled(heard(typing(base, mine), theirs), choice);
      const kept = mine === base || mine.trim() === '' || after.mine.includes(mine);
      expect(kept).toBe(true);
    }),
  );
});

test('what was heard once is heard the same again', () => {
  fc.assert(
    fc.property(
      fc.record({ base: fc.string(), mine: fc.string(), sent: fc.string() }),
      fc.string(),
      (typed, server) => {
        const once = heard({ ...typed, theirs: null }, server);
        expect(heard(once, server)).toBe(once);
      },
    ),
  );
});
