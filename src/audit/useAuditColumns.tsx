import { useMemo } from 'react';
import type { AuditEvent } from '#audit/audit.ts';
import { tellAudit } from '#audit/audit-telling.ts';
import { auditMessages } from '#audit/audit.messages.ts';
import { InstantText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import type { Column } from '#ui/list/column.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import styles from '#audit/Audit.module.css';

export function useAuditColumns(onOpen: (event: AuditEvent) => void): Column<AuditEvent, 'at'>[] {
  const m = useMessages(auditMessages);
  const lang = useLang();
  return useMemo(
    (): Column<AuditEvent, 'at'>[] => [
      { key: 'at', title: m.at, sort: 'at', width: '128px', phone: 'aside', cell: ({ at }) => <InstantText at={at} /> },
      {
        key: 'who',
        title: m.who,
        width: 'minmax(120px, 0.8fr)',
        cell: ({ actorName, type }) =>
          actorName ? <PersonText name={actorName} /> : <span className={styles.quiet}>{m.nobody(type)}</span>,
      },
      {
        key: 'what',
        title: m.what,
        width: 'minmax(170px, 1.2fr)',
        phone: 'title',
        cell: (event) => {
          const { title } = tellAudit(event, lang);
          return (
            <button type="button" className={styles.open} aria-label={m.open(title)} onClick={() => onOpen(event)}>
              {title}
            </button>
          );
        },
      },
      { key: 'name', title: m.name, width: 'minmax(140px, 1fr)', cell: (event) => tellAudit(event, lang).name ?? '—' },
      {
        key: 'detail',
        title: m.detail,
        width: 'minmax(120px, 1fr)',
        choice: 'shown',
        phone: 'none',
        cell: (event) => <span className={styles.quiet}>{tellAudit(event, lang).detail}</span>,
      },
    ],
    [m, lang, onOpen],
  );
}
