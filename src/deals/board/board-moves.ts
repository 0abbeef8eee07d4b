import type { DealRow } from '#deals/deal.ts';

export type Column = {
  readonly stageId: string;
  readonly count: number;
  readonly amount: number;
  readonly medianDays: number | null;
  readonly cards: readonly DealRow[];
  readonly next: string | null;
};

/** A card under way to another column while its gate is tried. */
export type Moving = { readonly card: DealRow; readonly to: string };

/** The playbook's stages in order, each with its column; a stage without deals has an empty one. */
export function columnsOf(stages: readonly { readonly id: string }[], found: readonly Column[]): Column[] {
  const byStage = new Map(found.map((column) => [column.stageId, column]));
  return stages.map(
    ({ id }) => byStage.get(id) ?? { stageId: id, count: 0, amount: 0, medianDays: null, cards: [], next: null },
  );
}

/** The board as it will look if the move succeeds: card, counts and amounts go along. */
export function withMove(columns: readonly Column[], moving: Moving | undefined): readonly Column[] {
  if (!moving) return columns;
  const { card, to } = moving;
  if (card.stageId === to) return columns;
  return columns.map((column) => {
    const amount = card.amount ?? 0;
    if (column.stageId === card.stageId && column.cards.some(({ id }) => id === card.id)) {
      const cards = column.cards.filter(({ id }) => id !== card.id);
      return { ...column, cards, count: column.count - 1, amount: column.amount - amount };
    }
    if (column.stageId === to && !column.cards.some(({ id }) => id === card.id)) {
      return { ...column, cards: [card, ...column.cards], count: column.count + 1, amount: column.amount + amount };
    }
    return column;
  });
}

/** What dropping a card of one stage on another asks for. Forward it goes gate by gate. */
export function askedBy(
  stages: readonly { readonly id: string }[],
  from: string,
  to: string,
): { kind: 'advance'; to: string; further: boolean } | { kind: 'moveBack'; to: string } | undefined {
  const at = stages.findIndex(({ id }) => id === from);
  const target = stages.findIndex(({ id }) => id === to);
  if (at === -1 || target === -1 || at === target) return undefined;
  if (target < at) return { kind: 'moveBack', to };
  return { kind: 'advance', to: stages[at + 1]!.id, further: target > at + 1 };
}

/** Here for much longer than is usual in this stage. */
export function isStuck(days: number, medianDays: number | null): boolean {
  return days >= 14 && medianDays !== null && days > medianDays * 2;
}
