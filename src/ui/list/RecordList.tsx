import { useState, type ReactNode } from 'react';
import { useIsPhone } from '#ui/phone.tsx';
import { BulkBar, type BulkAct } from '#ui/list/BulkBar.tsx';
import { Cards } from '#ui/list/Cards.tsx';
import { chosenColumns, type Column } from '#ui/list/column.tsx';
import type { Filters } from '#ui/list/filter.tsx';
import { Grid } from '#ui/list/Grid.tsx';
import { ListNote } from '#ui/list/ListNote.tsx';
import { ListToolbar } from '#ui/list/ListToolbar.tsx';
import { nextSort } from '#ui/list/url-state.ts';
import { useColumnChoice } from '#ui/list/useColumnChoice.tsx';
import { useListState } from '#ui/list/useListState.tsx';
import { useRows, type RowSource } from '#ui/list/useRows.tsx';
import type { SavedViews } from '#ui/list/ViewMenu.tsx';
import { useCan } from '#ui/session.tsx';
import styles from '#ui/list/RecordList.module.css';

export type RecordListProps<Row extends { id: string }, F extends Filters, Sort extends string> = {
  /** Names the list on this device (column choice): 'deals'. */
  name: string;
  /** What a screen reader calls it. */
  label: string;
  /** Columns and filters: constant, or memoised on the language. */
  columns: readonly Column<Row, Sort>[];
  filters: F;
  /** The record's page. Without it rows do not open. */
  href?: (row: Row) => string;
  bulkActs?: readonly BulkAct<Row>[];
  views?: SavedViews;
  /** What is listed can be taken along, by those who may: the list's name in /api/exports. */
  exports?: string;
  /** What to do when there is no record at all. */
  empty: { title: string; hint: string; act?: ReactNode };
  /** Further acts at the end of the toolbar. */
  acts?: ReactNode;
} & RowSource<Row, F, Sort>;

/**
 * A list of records: filters and sorting in the URL, keyset paging as one scrolls, chosen columns, saved views, acts
 * on many, export; a table on a desk and cards on a phone. Only rows in sight are in the document.
 */
export function RecordList<Row extends { id: string }, F extends Filters, Sort extends string>(
  props: RecordListProps<Row, F, Sort>,
) {
  const { name, label, columns, filters, href, bulkActs = [], empty } = props;
  const isPhone = useIsPhone();
  const mayExport = useCan()('export.run');
  const state = useListState(filters, columns);
  const [toggled, toggleColumn] = useColumnChoice(name);
  const source = useRows(props, state);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { rows } = source;
  const chosen = rows.filter((row) => selected.has(row.id));
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  };
  const shared = {
    label,
    rows,
    href,
    selected: bulkActs.length > 0 ? selected : undefined,
    onToggle: toggle,
    more: source.hasNextPage && !source.isFetchingNextPage ? () => void source.fetchNextPage() : undefined,
    stale: source.isPlaceholderData,
  };
  return (
    <section className={styles.list} aria-label={label} data-chosen={chosen.length > 0 || undefined}>
      <ListToolbar
        filters={filters}
        state={state}
        columns={columns}
        toggled={toggled}
        onToggleColumn={toggleColumn}
        views={props.views}
        exports={rows.length > 0 && mayExport ? props.exports : undefined}
        acts={props.acts}
      />
      <ListNote source={source} filtered={state.filtered} empty={empty} onClear={() => state.replace({})}>
        {isPhone ? (
          <Cards {...shared} columns={columns} />
        ) : (
          <Grid
            {...shared}
            columns={chosenColumns(columns, toggled)}
            sort={state.sort}
            order={state.order}
            onSort={(clicked) => state.change(nextSort(state, clicked))}
            onSelectAll={() =>
              setSelected(chosen.length === rows.length ? new Set() : new Set(rows.map((row) => row.id)))
            }
          />
        )}
      </ListNote>
      {chosen.length > 0 && (
        <BulkBar
          acts={bulkActs}
          rows={chosen}
          loaded={rows.length}
          onAll={() => setSelected(new Set(rows.map((row) => row.id)))}
          onDone={() => setSelected(new Set())}
        />
      )}
    </section>
  );
}
