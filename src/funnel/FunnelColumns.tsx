import type { FunnelColumnView } from '#funnel/funnel.ts';
import { Amounts, CountLink } from '#funnel/Figures.tsx';
import { funnelMessages } from '#funnel/funnel.messages.ts';
import type { Opened } from '#funnel/opened.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#funnel/Funnel.module.css';

type Props = { columns: readonly FunnelColumnView[]; asked: object };

/** The playbook's own columns as bars, as wide as their deals are many; a part of a stage stands inside it. */
export function FunnelColumns({ columns, asked }: Props) {
  const m = useMessages(funnelMessages);
  const lang = useLang();
  const widest = Math.max(1, ...columns.map(({ standing }) => standing?.count ?? 0));
  return (
    <ul className={styles.funnel}>
      {columns.map(({ id, name, stageId, narrowed, standing, accounts }) => {
        const title = name[lang];
        const opens = {
          of: 'deals',
          title,
          asked: { ...asked, set: narrowed ? 'column' : 'standing', stageId: stageId ?? undefined, columnId: id },
        } as Opened;
        return (
          <li key={id} data-part={narrowed || undefined}>
            <span className={styles.columnName}>
              {narrowed && <small>{m.part}</small>}
              {title}
            </span>
            <span className={styles.track} aria-hidden="true">
              {standing && <i style={{ width: `${(100 * standing.count) / widest}%` }} />}
            </span>
            {standing ? (
              <span className={styles.tally}>
                <CountLink count={standing.count} opens={opens} />
                <Amounts tally={standing} />
              </span>
            ) : (
              <span className={styles.soft}>{accounts === null ? '—' : m.accounts(accounts)}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
