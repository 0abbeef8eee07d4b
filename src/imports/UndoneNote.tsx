import { Link } from '@tanstack/react-router';
import type { Undone } from '#imports/import-record.ts';
import { importMessages } from '#imports/imports.messages.ts';
import { localeOf, useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#imports/Import.module.css';

const pages: { [noun: string]: string } = { account: '/accounts', contact: '/contacts', deal: '/deals' };

/** What undoing did, and the records that it left alone. */
export function UndoneNote({ undone }: { undone: Undone }) {
  const m = useMessages(importMessages);
  const lang = useLang();
  const number = (n: number) => n.toLocaleString(localeOf(lang));
  return (
    <SectionCard
      flush={undone.kept === 0}
      title={`${m.removed} ${number(undone.removed)} · ${m.restored} ${number(undone.restored)} · ${m.kept} ${number(undone.kept)}`}
    >
      {undone.kept > 0 && (
        <>
          <p className={styles.quiet}>{m.keptHint}</p>
          <ul className={styles.keptRecords}>
            {undone.keptRecords.map(({ noun, id, name }) => (
              <li key={id}>{pages[noun] ? <Link to={`${pages[noun]}/${id}`}>{name}</Link> : name}</li>
            ))}
          </ul>
        </>
      )}
    </SectionCard>
  );
}
