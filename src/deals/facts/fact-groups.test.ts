import { describe, expect, it } from 'vitest';
import { recordedFacts } from '#deals/deal-situation.ts';
import { definitionOf, factGroups, isRated, valueWords } from '#deals/facts/fact-groups.ts';

const said = { yes: '是', no: '否', buyerStage: (id: string) => `<${id}>`, day: (day: string) => day };

describe('groups of facts', () => {
  it('hold every recorded fact exactly once, except those that the ratings give', () => {
    const shown = factGroups().flatMap((group) => group.facts);
    expect(shown.toSorted()).toEqual(recordedFacts.filter((id) => !isRated(id)).toSorted());
  });

  it('keep a fact that nobody grouped', () => {
    expect(factGroups(['contract.state']).map(({ id, facts }) => [id, facts])).toEqual([['other', ['contract.state']]]);
  });
});

describe('the value of a fact in words', () => {
  it.each([
    ['budget.state', 'approved', '已批准'],
    ['supplier.registered', true, '是'],
    ['buyer.stage', 'design', '<design>'],
    ['purchase.tenderOn', '2026-11-30', '2026-11-30'],
    ['information.people', 60, '60%'],
    ['scorecard.score', 72, '72'],
  ])('%s = %s', (id, value, words) => {
    expect(valueWords(definitionOf(id)!, value, 'zh', said)).toBe(words);
  });
});
