import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type DragEvent } from 'react';
import type { DealRow } from '#deals/deal.ts';
import type { Column } from '#deals/board/board-moves.ts';
import { DealCard, dragged } from '#deals/board/DealCard.tsx';
import { dealMessages } from '#deals/deals.messages.ts';
import { dealClient, deals } from '#deals/deals.queries.tsx';
import type { Text } from '#shared/messages.ts';
import { spoken, useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import styles from '#deals/board/Board.module.css';

type Props = {
  column: Column;
  name: string;
  stages: readonly { id: string; name: Text }[];
  filters: object;
  moving?: string;
  stopped?: string;
  onMove: (card: DealRow, to: string) => void;
};

const cardHeight = 118;
const ahead = 10;

/** One stage: what stands in it, what it is worth, how long deals stay; cards in sight only, more as one scrolls. */
export function BoardColumn({ column, name, stages, filters, moving, stopped, onMove }: Props) {
  const m = useMessages(dealMessages);
  const box = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const { stageId, next } = column;
  const further = useInfiniteQuery({
    queryKey: [...deals.list.key(), 'column', stageId, filters, next],
    queryFn: ({ pageParam }) =>
      dealClient.list({
        ...filters,
        stageId,
        state: 'open',
        sort: 'closeOn',
        order: 'asc',
        after: pageParam,
        limit: 100,
      }),
    initialPageParam: next ?? '',
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: false,
  });
  const cards = useMemo(() => {
    const seen = new Map(column.cards.map((card) => [card.id, card]));
    for (const page of further.data?.pages ?? [])
      for (const card of page.rows as DealRow[]) if (!seen.has(card.id)) seen.set(card.id, card);
    return [...seen.values()].filter((card) => card.id !== moving || column.cards.includes(card));
  }, [column.cards, further.data, moving]);
  const wantsMore = next !== null && (further.data ? further.hasNextPage : true) && !further.isFetching;
  // Cards are known by their deal, not by their place: one that leaves takes its height along.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => box.current,
    estimateSize: () => cardHeight,
    getItemKey: (index) => cards[index]!.id,
    gap: 8,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { fetchNextPage } = further;
  useEffect(() => {
    if (wantsMore && last >= cards.length - ahead) void fetchNextPage();
  }, [wantsMore, last, cards.length, fetchNextPage]);
  const drop = (event: DragEvent) => {
    setOver(false);
    const card = event.dataTransfer.getData(dragged);
    if (!card) return;
    event.preventDefault();
    onMove(JSON.parse(card) as DealRow, stageId);
  };
  return (
    <div
      className={styles.column}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragged)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      <header className={styles.head}>
        <h2>{name}</h2>
        <span className={styles.count}>{column.count}</span>
        <span className={styles.amount}>
          <MoneyText amount={column.amount} />
        </span>
        <span className={styles.median} title={m.medianHint}>
          {column.medianDays === null ? ' ' : m.median(column.medianDays)}
        </span>
      </header>
      <div ref={box} className={styles.scroll}>
        {cards.length === 0 && <p className={styles.none}>{m.emptyColumn}</p>}
        <ul
          aria-label={spoken(name, m.count(column.count))}
          className={styles.cards}
          style={{ height: virtual.getTotalSize() }}
        >
          {items.map(({ index, start }) => {
            const card = cards[index]!;
            return (
              <li
                key={card.id}
                ref={virtual.measureElement}
                data-index={index}
                className={styles.place}
                style={{ transform: `translateY(${start}px)` }}
              >
                <DealCard
                  card={card}
                  stageId={stageId}
                  stages={stages}
                  medianDays={column.medianDays}
                  busy={card.id === moving}
                  stopped={card.id === stopped}
                  onMove={onMove}
                />
              </li>
            );
          })}
        </ul>
        {further.isFetching && <p className={styles.none}>{m.moreCards}</p>}
      </div>
    </div>
  );
}
