import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { playbookText } from '#method/playbook-text.ts';
import { movingMessages } from '#deals/moving/moving.messages.ts';
import { SimulationPanel } from '#deals/moving/SimulationPanel.tsx';
import { playbookListQuery, playbookQuery } from '#playbooks/playbooks.queries.tsx';
import { versionsQuery } from '#playbooks/studio/studio.queries.tsx';
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

/** 模拟: the newest version's text as a draft to change, tried on the open deals. */
function SimulatePage() {
  const m = useMessages(movingMessages);
  const { playbookId = '' }: { playbookId?: string } = useParams({ strict: false });
  const name = usePlaybookName(playbookId);
  const versions = useQuery(versionsQuery(playbookId));
  const newest = versions.data?.versions[0]?.version;
  const playbook = useQuery({ ...playbookQuery(playbookId, newest ?? 1), enabled: newest !== undefined });
  const [draft, setDraft] = useState<string>();
  const source = draft ?? (playbook.data ? playbookText(playbook.data) : undefined);
  return (
    <>
      <PageHeader title={m.simulateTitle(name)} facts={m.simulateLead} back={{ to: '/playbooks', label: m.back }} />
      <RefusalAlert error={versions.error ?? playbook.error} onRetry={() => void versions.refetch()} />
      {source === undefined && !versions.error && !playbook.error && <SkeletonLines lines={8} />}
      {source !== undefined && (
        <div className={styles.panel}>
          <textarea
            translate="no"
            className={styles.source}
            aria-label={m.draftText}
            spellCheck={false}
            value={source}
            onChange={({ target }) => setDraft(target.value)}
          />
          <SimulationPanel playbookId={playbookId} source={source} />
        </div>
      )}
    </>
  );
}

/** Open deals to another version; with `?draft`, a draft tried on them. */
export function MigrationPage() {
  const { draft }: { draft?: unknown } = useSearch({ strict: false });
  return draft === undefined ? <MigratePage /> : <SimulatePage />;
}
