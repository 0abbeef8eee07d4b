import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Chapter } from '#playbooks/Chapter.tsx';
import { Contents } from '#playbooks/Contents.tsx';
import { Overview } from '#playbooks/Overview.tsx';
import { playbookMessages } from '#playbooks/playbooks.messages.ts';
import { playbookQuery } from '#playbooks/playbooks.queries.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { useCan } from '#ui/session.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';
import styles from '#playbooks/PlaybookPage.module.css';

const BookActs = onDemand(async () => (await import('#playbooks/studio/BookActs.tsx')).BookActs);

/** A method, read like a book: an overview, then a chapter for each stage. Prints as one. */
export function PlaybookPage() {
  const m = useMessages(playbookMessages);
  const lang = useLang();
  const mayWrite = useCan()('playbook.write');
  const { playbookId = '', version = '' }: { playbookId?: string; version?: string } = useParams({ strict: false });
  const { data: playbook, error, refetch } = useQuery(playbookQuery(playbookId, Number(version)));
  if (error) return <RefusalAlert error={error} onRetry={() => void refetch()} />;
  if (!playbook) return <PageSkeleton />;
  return (
    <>
      <PageHeader
        title={playbook.name[lang]}
        back={{ to: '/playbooks', label: m.back }}
        facts={
          <>
            <span>{m.version(playbook.version)}</span>
            <span>{m.stages(playbook.stages.length)}</span>
          </>
        }
        acts={
          <>
            {mayWrite && (
              <>
                <Link
                  to={`/playbooks/${playbookId}/migrate` as never}
                  search={{ draft: 1 } as never}
                  className={styles.print}
                >
                  {m.simulate}
                </Link>
                <Link to={`/playbooks/${playbookId}/migrate` as never} className={styles.print}>
                  {m.migrate}
                </Link>
              </>
            )}
            <button type="button" className={styles.print} onClick={() => window.print()}>
              <PrinterOutlined aria-hidden="true" /> {m.print}
            </button>
            <BookActs playbook={playbook} />
          </>
        }
      />
      <div className={styles.book}>
        <Contents playbook={playbook} />
        <article className={styles.text}>
          <Overview playbook={playbook} />
          {playbook.stages.map((stage, at) => (
            <Chapter key={stage.id} playbook={playbook} stage={stage} number={m.numerals[at] ?? String(at + 1)} />
          ))}
          <footer className={styles.source}>{playbook.source[lang]}</footer>
        </article>
      </div>
    </>
  );
}
