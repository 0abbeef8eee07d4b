import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';
import { PublishDialog } from '#playbooks/studio/PublishDialog.tsx';
import { versionClient, versions, versionsQuery } from '#playbooks/studio/studio.queries.tsx';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import type { PlaybookVersion } from '#playbooks/studio/versions.contract.ts';
import { InstantText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan } from '#ui/session.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#playbooks/studio/History.module.css';

const CompareTwo = onDemand(async () => (await import('#playbooks/studio/CompareTwo.tsx')).CompareTwo);
const OfferedNote = onDemand(async () => (await import('#playbooks/studio/OfferedNote.tsx')).OfferedNote);

/** Who published what, when and why; any two versions side by side; the way back to an older one. */
export function HistoryPage() {
  const m = useMessages(studioMessages);
  const lang = useLang();
  const { playbookId = '' }: { playbookId?: string } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(versionsQuery(playbookId));
  const { data: shelf } = useQuery(playbookListQuery());
  if (error) return <RefusalAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const name = shelf?.find(({ id }) => id === playbookId)?.name[lang] ?? playbookId;
  const newest = data.versions[0]!;
  return (
    <>
      <PageHeader
        title={m.historyTitle(name)}
        back={{ to: `/playbooks/${playbookId}/${newest.version}`, label: name }}
      />
      <div className={styles.page}>
        {data.offered !== null && (
          <OfferedNote
            playbookId={playbookId}
            shipped={data.offered}
            current={newest.version}
            dismissed={data.dismissed}
          />
        )}
        <SectionCard title={m.history} flush>
          <ol className={styles.versions}>
            {data.versions.map((one) => (
              <Version key={one.version} playbookId={playbookId} one={one} newest={newest.version} />
            ))}
          </ol>
        </SectionCard>
        {data.versions.length > 1 && <CompareTwo playbookId={playbookId} all={data.versions} />}
      </div>
    </>
  );
}

function Version({ playbookId, one, newest }: { playbookId: string; one: PlaybookVersion; newest: number }) {
  const m = useMessages(studioMessages);
  const may = useCan()('playbook.write');
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const restore = async (note: string) => {
    const done = await versionClient.restore({ id: playbookId, version: one.version, note, replaces: newest });
    await queries.invalidateQueries({ queryKey: versions.key() });
    toast(m.restored(done.version));
  };
  return (
    <li className={styles.version}>
      <span className={styles.number}>
        <Link to={`/playbooks/${playbookId}/${one.version}`} title={m.readIt}>
          {m.version(one.version)}
        </Link>
        {one.version === newest && <em>{m.current}</em>}
      </span>
      <span className={styles.what}>
        {one.restores !== null && <b>{m.restores(one.restores)} </b>}
        {one.note || (one.own ? '' : m.withProduct)}
      </span>
      <span className={styles.faint}>
        {one.publishedByName ?? m.withProduct} <InstantText at={one.publishedAt} />
      </span>
      <span className={styles.faint}>{m.inUse(one.openDeals)}</span>
      <span>
        {may && one.version !== newest && (
          <Button size="small" onClick={() => setAsking(true)}>
            {m.restore}
          </Button>
        )}
      </span>
      {asking && (
        <PublishDialog
          title={m.restoreTitle(one.version)}
          lead={m.restoreLead(one.version, newest + 1)}
          act={m.restore}
          send={restore}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}
