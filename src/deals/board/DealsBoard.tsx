import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { columnsOf, withMove, type Moving } from '#deals/board/board-moves.ts';
import { Attempt } from '#deals/board/Attempt.tsx';
import { useCardMoves } from '#deals/board/useCardMoves.tsx';
import { BoardColumn } from '#deals/board/BoardColumn.tsx';
import { dealMessages } from '#deals/deals.messages.ts';
import { boardQuery, boardShown } from '#deals/board/board.queries.tsx';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';
import { askedOf, useDealFilters } from '#deals/useDealFilters.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { ChoiceFilter } from '#ui/list/ChoiceFilter.tsx';
import { ListToolbar } from '#ui/list/ListToolbar.tsx';
import { useListState } from '#ui/list/useListState.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#deals/board/Board.module.css';

const nothing = () => undefined;
const noColumns: never[] = [];
/** Wider than the screen it is scrolled by keys, too, even with no card to hold the focus. */
const scrolledByKeys = { role: 'group', tabIndex: 0 };

/** 看板: one column a stage. A drop tries the gate; a shut one opens what is missing, the card does not just jump back. */
export function DealsBoard() {
  const m = useMessages(dealMessages);
  const lang = useLang();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const { data: playbooks } = useQuery(playbookListQuery());
  const book = boardShown(playbooks, search['playbookId']);
  const filters = useDealFilters({ board: true });
  const state = useListState(filters, noColumns);
  const narrowed = { ...askedOf(state.values), playbookId: book?.id ?? '' };
  const board = useQuery({
    ...boardQuery(narrowed),
    enabled: book !== undefined,
    placeholderData: keepPreviousData,
  });
  const stages = book?.stages ?? noColumns;
  const { asked, stopped, move, end } = useCardMoves(stages);
  const moving: Moving | undefined = asked && { card: asked.card, to: asked.to };
  const columns = withMove(columnsOf(stages, board.data?.columns ?? []), moving);
  if (playbooks?.length === 0) return <EmptyState title={m.noPlaybooks} />;
  return (
    <section className={styles.board} aria-label={book && m.boardOf(book.name[lang])}>
      <ListToolbar
        filters={filters}
        state={state}
        columns={noColumns}
        toggled={new Set()}
        onToggleColumn={nothing}
        acts={
          playbooks &&
          playbooks.length > 1 && (
            <ChoiceFilter
              title={m.chooseBoard}
              options={playbooks.map(({ id, name }) => ({ value: id, label: name[lang] }))}
              chosen={book ? [book.id] : []}
              onToggle={(id) => state.change({ playbookId: id })}
              onClear={() => state.change({ playbookId: undefined })}
            />
          )
        }
      />
      <RefusalAlert error={board.error} onRetry={() => void board.refetch()} />
      {!board.data && !board.error && <SkeletonLines lines={6} />}
      {board.data && (
        <div className={styles.columns} aria-busy={board.isPlaceholderData} aria-label={m.board} {...scrolledByKeys}>
          {columns.map((column, at) => (
            <BoardColumn
              key={column.stageId}
              column={column}
              name={stages[at]?.name[lang] ?? column.stageId}
              stages={stages}
              filters={narrowed}
              moving={asked?.card.id}
              stopped={stopped}
              onMove={move}
            />
          ))}
        </div>
      )}
      {asked && <Attempt key={`${asked.card.id} ${asked.to}`} asked={asked} onEnd={end} />}
      <p className={styles.hint}>{m.dragHint}</p>
    </section>
  );
}
