import { describe, expect, it } from 'vitest';
import { defaultScorecard } from '#method/scorecard.ts';
import { isComplete, withRating, withSheet } from '#deals/facts/evaluation.ts';

describe('rating a deal', () => {
  const full = defaultScorecard.items.reduce(
    (ratings, { id, name }) => withRating(ratings, id, name.zh, 3),
    [] as Parameters<typeof withRating>[0],
  );

  it('replaces a rating and takes it back', () => {
    const once = withRating([], 'size', '规模', 4);
    expect(withRating(once, 'size', '规模', 2)).toEqual([{ item: 'size', name: '规模', rating: 2 }]);
    expect(withRating(once, 'size', '规模', null)).toEqual([]);
  });

  it('is complete when every item is rated, and then the sheet is there, once', () => {
    expect(isComplete(full, defaultScorecard)).toBe(true);
    expect(isComplete(full.slice(1), defaultScorecard)).toBe(false);
    const sheet = [{ kind: 'scorecard', name: '评估表' }] as const;
    expect(withSheet([], isComplete(full, defaultScorecard), '评估表')).toEqual(sheet);
    expect(withSheet(sheet, true, '又一张')).toEqual(sheet);
    expect(withSheet([], false, '评估表')).toEqual([]);
  });
});
