import { Link } from '@tanstack/react-router';
import { todayMessages } from '#today/today.messages.ts';
import styles from '#today/Today.module.css';
import type { Today } from '#today/today.ts';
import { InstantText } from '#ui/DayText.tsx';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { Tag } from '#ui/Tag.tsx';

/** Imports of mine that ended in the last days. */
export function ImportLines({ imports }: { imports: Today['imports'] }) {
  const m = useMessages(todayMessages);
  if (imports.length === 0) return null;
  return (
    <SectionCard flush title={m.imports}>
      <ul>
        {imports.map((one) => (
          <li key={one.id} className={styles.import}>
            <Tag tone={one.state === 'done' ? 'good' : 'bad'}>
              {one.state === 'done' ? m.importDone : m.importFailed}
            </Tag>
            <span className={styles.title}>{one.fileName}</span>
            <span className={styles.when}>
              <InstantText at={one.finishedAt} />
            </span>
            <Link to={`/import/${one.id}`}>{m.seeResult}</Link>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
