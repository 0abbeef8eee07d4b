import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heard, isDirty, settled, untouched, wasSaved, type Choice } from '#reviews/autosave.ts';

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

test('what is typed while it is being saved is still to be saved', () => {
  const after = wasSaved(typing('旧', '约总会计师，周四'), '约总会计师');
  expect(isDirty(after)).toBe(true);
  expect(heard(after, '约总会计师')).toEqual(after);
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
