import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { treeOf, type Team, type TeamNode } from '#team/team.ts';
import { TeamLine } from '#team/tree/TeamLine.tsx';
import { teamClient, teams } from '#team/team.queries.tsx';
import { teamMessages } from '#team/team.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#team/tree/Teams.module.css';

const TeamForm = onDemand(async () => (await import('#team/tree/TeamForm.tsx')).TeamForm);

/** Settings: the tree that data scope follows. */
export function TeamsPage() {
  useFetchSoon(TeamForm);
  const m = useMessages(teamMessages);
  const failures = useMessages(failureMessages);
  const queries = useQueryClient();
  const query = useQuery(teams.list.queryOptions({ input: {} }));
  const [form, setForm] = useState<{ team?: Team; parent?: Team }>();
  const refresh = () => void queries.invalidateQueries({ queryKey: teams.key() });
  const remove = (team: Team) =>
    void teamClient
      .remove({ id: team.id })
      .then(
        () => toast(m.removed(team.name)),
        (refused: unknown) => toast(wordsOf(refused, failures), { tone: 'bad' }),
      )
      .then(refresh);
  const branch = (nodes: readonly TeamNode<Team>[]) => (
    <ul className={styles.branch}>
      {nodes.map((node) => (
        <li key={node.id}>
          <TeamLine
            team={node}
            onAdd={() => setForm({ parent: node })}
            onEdit={() => setForm({ team: node })}
            onRemove={() => remove(node)}
          />
          {node.children.length > 0 && branch(node.children)}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <PageHeader title={m.teams} facts={m.teamsLead} />
      <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <PageSkeleton />}
      {query.data && <SectionCard>{branch(treeOf(query.data.rows))}</SectionCard>}
      {form && (
        <TeamForm
          {...form}
          onSaved={() => {
            toast(m.saved);
            refresh();
          }}
          onClose={() => setForm(undefined)}
        />
      )}
    </>
  );
}
