import { useQuery } from '@tanstack/react-query';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';

/** The stages of a playbook; none while they are on their way. */
export function usePlaybookStages(playbookId: string | undefined) {
  const { data } = useQuery({ ...playbookListQuery(), enabled: playbookId !== undefined });
  return data?.find(({ id }) => id === playbookId)?.stages ?? [];
}
