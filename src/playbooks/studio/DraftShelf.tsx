import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { draftListQuery } from '#playbooks/studio/studio.queries.tsx';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import { InstantText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#playbooks/studio/Studio.module.css';

/** What is being written, the last touched first; nothing while nobody writes. */
export function DraftShelf() {
  const m = useMessages(studioMessages);
  const lang = useLang();
  const { data } = useQuery(draftListQuery());
  if (!data || data.length === 0) return null;
  return (
    <div className={styles.shelf}>
      <SectionCard title={m.drafts} note={m.draftsHint} flush>
        <ul className={styles.drafts}>
          {data.map((draft) => (
            <li key={draft.id}>
              <Link to={`/playbooks/drafts/${draft.id}`}>
                <b>{draft.name[lang]}</b>
                <span>{draft.baseVersion === null ? m.fresh : m.basedOn(draft.baseVersion)}</span>
                <span>
                  {draft.updatedByName} <InstantText at={draft.updatedAt} />
                </span>
                <span className={styles.go}>{m.goOn} →</span>
              </Link>
            </li>
          ))}
        </ul>
      </SectionCard>
    </div>
  );
}
