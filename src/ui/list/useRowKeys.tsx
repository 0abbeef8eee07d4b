import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent, type RefObject } from 'react';

type Props<Row> = {
  rows: readonly Row[];
  href?: (row: Row) => string;
  selected?: ReadonlySet<string>;
  onToggle: (id: string) => void;
  box: RefObject<HTMLElement | null>;
  reveal: (at: number) => void;
};

/** Moving through rows by keyboard; one row at a time takes part in the tab order. */
export function useRowKeys<Row extends { id: string }>({ rows, href, selected, onToggle, box, reveal }: Props<Row>) {
  const navigate = useNavigate();
  const [wanted, setWanted] = useState(0);
  const current = Math.min(wanted, rows.length - 1);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    if (target.getAttribute('role') !== 'row') return;
    const at = Number(target.dataset['index']);
    const row = rows[at];
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined && rows[to]) {
      setWanted(to);
      reveal(to);
      // The row may have to be drawn first.
      requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus());
    } else if (event.key === 'Enter' && row && href) void navigate({ to: href(row) });
    else if (event.key === ' ' && row && selected) onToggle(row.id);
    else return;
    event.preventDefault();
  };
  return { current, onKeyDown };
}
