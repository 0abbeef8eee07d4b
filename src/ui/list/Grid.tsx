import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import { useRef, type CSSProperties } from 'react';
import { useMessages } from '#ui/lang.tsx';
import { leastWidthOf, tracksOf, type Column } from '#ui/list/column.tsx';
import { GridRow } from '#ui/list/GridRow.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import { useRowKeys } from '#ui/list/useRowKeys.tsx';
import { useVirtualRows } from '#ui/list/useVirtualRows.tsx';
import type { Order } from '#ui/list/url-state.ts';
import styles from '#ui/list/RecordList.module.css';

export type RowsProps<Row> = {
  label: string;
  rows: readonly Row[];
  href?: (row: Row) => string;
  /** Absent: rows are not selectable. */
  selected?: ReadonlySet<string>;
  onToggle: (id: string) => void;
  /** Fetches the next page; absent while there is none or it is on its way. */
  more?: () => void;
  stale: boolean;
};

type Props<Row, Sort extends string> = RowsProps<Row> & {
  columns: readonly Column<Row, Sort>[];
  sort?: Sort;
  order?: Order;
  onSort: (sort: Sort) => void;
  onSelectAll: () => void;
};

const rowHeight = 44;

/** The table of a desk: sticky head, rows in sight only; ↑ ↓ move, Enter opens, Space selects. */
export function Grid<Row extends { id: string }, Sort extends string>(props: Props<Row, Sort>) {
  const { rows, columns, selected, more, stale } = props;
  const m = useMessages(listMessages);
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows({ box, count: rows.length, height: rowHeight, more });
  const keys = useRowKeys({ ...props, box, reveal: virtual.reveal });
  const tracks = { gridTemplateColumns: tracksOf(columns, selected !== undefined) };
  const all = selected !== undefined && rows.every((row) => selected.has(row.id));
  return (
    <div
      ref={box}
      role="grid"
      aria-label={props.label}
      aria-rowcount={more ? -1 : rows.length + 1}
      aria-multiselectable={selected !== undefined}
      aria-busy={stale}
      tabIndex={-1}
      className={styles.grid}
      style={{ '--least-width': `${leastWidthOf(columns, selected !== undefined)}px` } as CSSProperties}
      onKeyDown={keys.onKeyDown}
    >
      <div role="row" aria-rowindex={1} className={styles.head} style={tracks}>
        {selected && (
          <span role="columnheader" className={styles.tick}>
            <input type="checkbox" aria-label={m.selectAll} checked={all} onChange={props.onSelectAll} />
          </span>
        )}
        {columns.map((column) => (
          <HeadCell key={column.key} column={column} sort={props.sort} order={props.order} onSort={props.onSort} />
        ))}
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtual.total }}>
        {virtual.items.map(({ index, start }) => (
          <GridRow
            key={rows[index]!.id}
            row={rows[index]!}
            index={index}
            top={start}
            tracks={tracks}
            columns={columns}
            href={props.href}
            selected={selected?.has(rows[index]!.id)}
            current={keys.current === index}
            onToggle={props.onToggle}
          />
        ))}
      </div>
    </div>
  );
}

type HeadProps<Row, Sort extends string> = {
  column: Column<Row, Sort>;
  sort?: Sort;
  order?: Order;
  onSort: (sort: Sort) => void;
};

function HeadCell<Row, Sort extends string>({ column, sort, order, onSort }: HeadProps<Row, Sort>) {
  const m = useMessages(listMessages);
  const by = column.sort;
  if (by === undefined) {
    return (
      <span role="columnheader" data-align={column.align}>
        {column.title}
      </span>
    );
  }
  const sorted = sort === by ? order : undefined;
  return (
    <span
      role="columnheader"
      data-align={column.align}
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
    >
      <button type="button" title={m.sortBy(column.title)} data-sorted={sorted} onClick={() => onSort(by)}>
        {column.title}
        {sorted === 'desc' ? <CaretDownFilled aria-hidden="true" /> : <CaretUpFilled aria-hidden="true" />}
      </button>
    </span>
  );
}
