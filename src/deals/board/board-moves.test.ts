import { describe, expect, it } from 'vitest';
import type { DealRow } from '#deals/deal.ts';
import { askedBy, columnsOf, isStuck, withMove, type Column } from '#deals/board/board-moves.ts';

const stages = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const card = { id: '1', stageId: 'a', amount: 500 } as DealRow;
const other = { id: '2', stageId: 'a', amount: null } as DealRow;
const column = (stageId: string, cards: DealRow[], count = cards.length): Column => ({
  stageId,
  cards,
  count,
  amount: cards.reduce((sum, one) => sum + (one.amount ?? 0), 0),
  medianDays: null,
  next: null,
});

describe('the board', () => {
  it('has a column for every stage, in the order of the playbook', () => {
    const columns = columnsOf(stages, [column('c', []), column('a', [card])]);
    expect(columns.map(({ stageId, count }) => [stageId, count])).toEqual([
      ['a', 1],
      ['b', 0],
      ['c', 0],
    ]);
  });

  it('moves a card with its amount while the gate is tried', () => {
    const [a, b] = withMove([column('a', [card, other]), column('b', [])], { card, to: 'b' });
    expect([a!.count, a!.amount, a!.cards]).toEqual([1, 0, [other]]);
    expect([b!.count, b!.amount, b!.cards]).toEqual([1, 500, [card]]);
  });

  it('does not count twice once the server tells of the move', () => {
    const told = [column('a', [other]), column('b', [{ ...card, stageId: 'b' }])];
    expect(withMove(told, { card, to: 'b' })).toEqual(told);
  });
});

describe('a dropped card', () => {
  it.each([
    ['a', 'b', { kind: 'advance', to: 'b', further: false }],
    ['a', 'c', { kind: 'advance', to: 'b', further: true }],
    ['c', 'a', { kind: 'moveBack', to: 'a' }],
    ['b', 'b', undefined],
    ['b', 'x', undefined],
  ])('from %s on %s', (from, to, asked) => {
    expect(askedBy(stages, from, to)).toEqual(asked);
  });
});

it('a deal is stuck after twice the median, not before two weeks', () => {
  expect([isStuck(13, 2), isStuck(30, 14), isStuck(28, 14), isStuck(40, null)]).toEqual([false, true, false, false]);
});
