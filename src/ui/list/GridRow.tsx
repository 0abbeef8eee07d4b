import { Link, useNavigate, useRouter } from '@tanstack/react-router';
import type { CSSProperties, MouseEvent } from 'react';
import { useMessages } from '#ui/lang.tsx';
import type { Column } from '#ui/list/column.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import styles from '#ui/list/RecordList.module.css';

type Props<Row, Sort extends string> = {
  row: Row;
  index: number;
  top: number;
  tracks: CSSProperties;
  columns: readonly Column<Row, Sort>[];
  href?: (row: Row) => string;
  selected?: boolean;
  current: boolean;
  onToggle: (id: string) => void;
};

/** A row opens its record wherever it is clicked; its first cell is the real link, for new tabs and screen readers. */
export function GridRow<Row extends { id: string }, Sort extends string>(props: Props<Row, Sort>) {
  const { row, index, columns, href, selected } = props;
  const m = useMessages(listMessages);
  const navigate = useNavigate();
  const router = useRouter();
  const to = href?.(row);
  const open = (event: MouseEvent<HTMLElement>) => {
    const onControl = (event.target as HTMLElement).closest('a, button, input, label, [role=menu]');
    if (to === undefined || onControl || getSelection()?.toString()) return;
    if (event.metaKey || event.ctrlKey) window.open(to, '_blank', 'noopener');
    else void navigate({ to });
  };
  return (
    // Keys are handled by the grid, which moves between rows.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={props.current ? 0 : -1}
      data-index={index}
      data-opens={to !== undefined || undefined}
      className={styles.row}
      style={{ ...props.tracks, transform: `translateY(${props.top}px)` }}
      onClick={open}
      onPointerEnter={() => to !== undefined && void router.preloadRoute({ to }).catch(() => undefined)}
    >
      {selected !== undefined && (
        <span role="gridcell" className={styles.tick}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={m.select}
            checked={selected}
            onChange={() => props.onToggle(row.id)}
          />
        </span>
      )}
      {columns.map((column, at) => (
        <span role="gridcell" key={column.key} data-align={column.align}>
          {at === 0 && to !== undefined ? (
            <Link to={to} tabIndex={-1} className={styles.lead}>
              {column.cell(row)}
            </Link>
          ) : (
            column.cell(row)
          )}
        </span>
      ))}
    </div>
  );
}
