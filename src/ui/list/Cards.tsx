import { Link } from '@tanstack/react-router';
import { useRef, type ReactNode } from 'react';
import { useMessages } from '#ui/lang.tsx';
import type { Column } from '#ui/list/column.tsx';
import type { RowsProps } from '#ui/list/Grid.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import { useVirtualRows } from '#ui/list/useVirtualRows.tsx';
import styles from '#ui/list/Cards.module.css';

const guess = 112;

/** The same rows under a thumb: one card each, headline first. */
export function Cards<Row extends { id: string }, Sort extends string>(
  props: RowsProps<Row> & { columns: readonly Column<Row, Sort>[] },
) {
  const { rows, columns, more } = props;
  const m = useMessages(listMessages);
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows({ box, count: rows.length, height: guess, gap: 10, more });
  return (
    <div ref={box} className={styles.scroll} aria-busy={props.stale}>
      <ul aria-label={props.label} className={styles.cards} style={{ height: virtual.total }}>
        {virtual.items.map(({ index, start }) => {
          const row = rows[index]!;
          const picked = props.selected?.has(row.id);
          return (
            <li
              key={row.id}
              ref={virtual.measure}
              data-index={index}
              className={styles.place}
              style={{ transform: `translateY(${start}px)` }}
            >
              <div className={styles.card} data-picked={picked || undefined}>
                {picked !== undefined && (
                  <label className={styles.pick}>
                    <input
                      type="checkbox"
                      aria-label={m.select}
                      checked={picked}
                      onChange={() => props.onToggle(row.id)}
                    />
                  </label>
                )}
                <CardLink to={props.href?.(row)}>
                  <Card row={row} columns={columns} />
                </CardLink>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function CardLink({ to, children }: { to: string | undefined; children: ReactNode }) {
  if (to === undefined) return <div className={styles.link}>{children}</div>;
  return (
    <Link to={to} className={styles.link}>
      {children}
    </Link>
  );
}

function Card<Row, Sort extends string>({ row, columns }: { row: Row; columns: readonly Column<Row, Sort>[] }) {
  const title = columns.find((column) => column.phone === 'title') ?? columns[0];
  const aside = columns.find((column) => column.phone === 'aside');
  const lines = columns.filter((column) => column !== title && column !== aside && column.phone !== 'none');
  return (
    <>
      <div className={styles.top}>
        <strong>{title?.cell(row)}</strong>
        {aside && <span>{aside.cell(row)}</span>}
      </div>
      <dl className={styles.lines}>
        {lines.slice(0, 4).map((column) => (
          <div key={column.key}>
            <dt>{column.title}</dt>
            <dd>{column.cell(row)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
