import { CommentOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { playbookMessages } from '#playbooks/playbooks.messages.ts';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { useCan } from '#ui/session.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#playbooks/PlaybooksPage.module.css';

const ShelfActs = onDemand(async () => (await import('#playbooks/studio/ShelfActs.tsx')).ShelfActs);
const DraftShelf = onDemand(async () => (await import('#playbooks/studio/DraftShelf.tsx')).DraftShelf);

/** The shelf: every method with what it is for and how it goes. */
export function PlaybooksPage() {
  const m = useMessages(playbookMessages);
  const lang = useLang();
  const may = useCan()('playbook.write');
  const writes = !useIsPhone() && may;
  const { data, error, refetch } = useQuery(playbookListQuery());
  return (
    <>
      <PageHeader
        title={m.title}
        facts={m.lead}
        acts={
          <>
            <Link to="/adviser" className={styles.questions}>
              {m.choose} →
            </Link>
            <Link to="/playbooks/questions" className={styles.questions}>
              <CommentOutlined aria-hidden="true" /> {m.questions}
            </Link>
            {writes && <ShelfActs />}
          </>
        }
      />
      <RefusalAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <SkeletonLines lines={5} />}
      {data?.length === 0 && <EmptyState title={m.emptyTitle} hint={m.emptyHint} />}
      {may && <DraftShelf />}
      <ul className={styles.shelf}>
        {data?.map((book) => (
          <li key={book.id}>
            <Link to={`/playbooks/${book.id}/${book.version}`} className={styles.book}>
              <h2>{book.name[lang]}</h2>
              <p className={styles.about}>{book.description[lang]}</p>
              <ol className={styles.stages}>
                {book.stages.map((stage) => (
                  <li key={stage.id}>{stage.name[lang]}</li>
                ))}
              </ol>
              <p className={styles.foot}>
                <span>{m.version(book.version)}</span>
                <span>{m.openDeals(book.openDeals)}</span>
                <span className={styles.read}>{m.read} →</span>
              </p>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
