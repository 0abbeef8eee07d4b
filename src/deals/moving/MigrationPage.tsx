import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { playbookText } from '#method/playbook-text.ts';
import { movingMessages } from '#deals/moving/moving.messages.ts';
import { SimulationPanel } from '#deals/moving/SimulationPanel.tsx';
import { playbookListQuery, playbookQuery } from '#playbooks/playbooks.queries.tsx';
import { draftListQuery, draftQuery, versionsQuery } from '#playbooks/studio/studio.queries.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#deals/moving/Foresight.module.css';
import { MigrationPanel } from '#deals/moving/MigrationPanel.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';

/** 迁移: open deals of a playbook to another of its versions. */
function MigratePage() {
  const m = useMessages(movingMessages);
  const { playbookId = '' }: { playbookId?: string } = useParams({ strict: false });
  const name = usePlaybookName(playbookId);
  return (
    <>
      <PageHeader title={m.migrateTitle(name)} facts={m.migrateLead} back={{ to: '/playbooks', label: m.back }} />
      <MigrationPanel playbookId={playbookId} />
    </>
  );
}

/** What the newest version is called; its id until that is known. */
function usePlaybookName(playbookId: string): string {
  const lang = useLang();
  const { data } = useQuery(playbookListQuery());
  return data?.find(({ id }) => id === playbookId)?.name[lang] ?? playbookId;
}

/** 模拟: the company's draft, else the newest version's text as one to change, tried on the open deals. */
function SimulatePage() {
  const m = useMessages(movingMessages);
  const { playbookId = '' }: { playbookId?: string } = useParams({ strict: false });
  const name = usePlaybookName(playbookId);
  const begun = useBeginning(playbookId);
  const [typed, setTyped] = useState<string>();
  const source = typed ?? begun.source;
  return (
    <>
      <PageHeader title={m.simulateTitle(name)} facts={m.simulateLead} back={{ to: '/playbooks', label: m.back }} />
      <RefusalAlert error={begun.error} onRetry={begun.retry} />
      {source === undefined && !begun.error && <SkeletonLines lines={8} />}
      {source !== undefined && (
        <div className={styles.panel}>
          {begun.draft && (
            <p className={styles.calm}>
              {m.simulateOfDraft(begun.draft.updatedByName)}{' '}
              <Link to={`/playbooks/drafts/${begun.draft.id}`}>{m.openDraft}</Link>
            </p>
          )}
          <textarea
            translate="no"
            className={styles.source}
            aria-label={m.draftText}
            spellCheck={false}
            value={source}
            onChange={({ target }) => setTyped(target.value)}
          />
          <SimulationPanel playbookId={playbookId} source={source} />
        </div>
      )}
    </>
  );
}

/** The text to begin with: what somebody is writing, or what counts now. */
function useBeginning(playbookId: string) {
  const drafts = useQuery(draftListQuery());
  const draft = drafts.data?.find((one) => one.playbookId === playbookId);
  const whole = useQuery({ ...draftQuery(draft?.id ?? ''), enabled: draft !== undefined });
  const none = drafts.isSuccess && !draft;
  const versions = useQuery({ ...versionsQuery(playbookId), enabled: none });
  const newest = versions.data?.versions[0]?.version;
  const playbook = useQuery({ ...playbookQuery(playbookId, newest ?? 1), enabled: newest !== undefined });
  const published = none && playbook.data ? playbookText(playbook.data) : undefined;
  return {
    draft,
    source: draft ? whole.data?.source : published,
    error: drafts.error ?? whole.error ?? versions.error ?? playbook.error,
    retry: () => void drafts.refetch(),
  };
}

/** Open deals to another version; with `?draft`, a draft tried on them. */
export function MigrationPage() {
  const { draft }: { draft?: unknown } = useSearch({ strict: false });
  return draft === undefined ? <MigratePage /> : <SimulatePage />;
}
