import type { ReactNode } from 'react';
import type { Tally } from '#funnel/funnel.ts';
import { funnelMessages } from '#funnel/funnel.messages.ts';
import { useOpenDeals, type Opened } from '#funnel/opened.tsx';
import { useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import styles from '#funnel/Funnel.module.css';

/** A count that opens its deals. */
export function CountLink({ count, opens }: { count: number; opens: Opened }) {
  const m = useMessages(funnelMessages);
  const open = useOpenDeals();
  if (count === 0) return <span className={styles.zero}>0</span>;
  return (
    <button
      type="button"
      className={styles.count}
      aria-label={m.openDeals(opens.title, count)}
      onClick={() => open(opens)}
    >
      {count.toLocaleString('en')}
    </button>
  );
}

/** Amounts of a tally, currencies beside each other, never added. */
export function Amounts({ tally: { amounts, unknown } }: { tally: Tally }) {
  const m = useMessages(funnelMessages);
  return (
    <span className={styles.amounts}>
      {amounts.map(({ currency, amount }) => (
        <MoneyText key={currency} amount={amount} currency={currency} />
      ))}
      {unknown > 0 && <small>{m.unknownAmounts(unknown)}</small>}
    </span>
  );
}

/** Count and amounts in one cell. */
export function TallyCell({ tally, opens }: { tally: Tally; opens: Opened }) {
  return (
    <span className={styles.tally}>
      <CountLink count={tally.count} opens={opens} />
      <Amounts tally={tally} />
    </span>
  );
}

type TableProps = { label: string; heads: readonly string[]; children: ReactNode; note?: string };

/** A plain table of figures; it scrolls sideways on a phone. */
export function FigureTable({ label, heads, children, note }: TableProps) {
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={label}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
      {note && <p className={styles.rule}>{note}</p>}
    </>
  );
}
