import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { MigrationPanel } from '#deals/moving/MigrationPanel.tsx';
import { movingMessages } from '#deals/moving/moving.messages.ts';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';

/** 迁移: open deals of a playbook to another of its versions. */
export function MigratePage() {
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
export function usePlaybookName(playbookId: string): string {
  const lang = useLang();
  const { data } = useQuery(playbookListQuery());
  return data?.find(({ id }) => id === playbookId)?.name[lang] ?? playbookId;
}
