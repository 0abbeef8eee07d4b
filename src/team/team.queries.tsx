import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { handOverContract } from '#team/hand-over.contract.ts';
import { invitationsContract } from '#team/invitations/invitations.contract.ts';
import { passwordLinkContract } from '#team/invitations/password-link.contract.ts';
import { treeOf, type Team, type TeamNode } from '#team/team.ts';
import { teamsContract } from '#team/teams.contract.ts';
import { usersContract } from '#team/users.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const users = queriesFor(usersContract, 'users');
export const userClient = clientFor(usersContract);
export const teams = queriesFor(teamsContract, 'teams');
export const teamClient = clientFor(teamsContract);
export const invitations = queriesFor(invitationsContract, 'invitations');
export const invitationClient = clientFor(invitationsContract);
export const handOver = queriesFor(handOverContract, 'handOver');
export const handOverClient = clientFor(handOverContract);
export const passwordLinkClient = clientFor(passwordLinkContract);

export type TeamOption = { value: string; label: string; depth: number };

/** The teams in the order of the tree, deeper ones further in. */
export function useTeamOptions(except?: string): TeamOption[] {
  const { data } = useQuery(teams.list.queryOptions({ input: {}, staleTime: 60_000 }));
  return useMemo(() => {
    const options: TeamOption[] = [];
    const walk = (nodes: readonly TeamNode<Team>[], depth: number) => {
      for (const node of nodes) {
        if (node.id === except) continue;
        options.push({ value: node.id, label: node.name, depth });
        walk(node.children, depth + 1);
      }
    };
    walk(treeOf(data?.rows ?? []), 0);
    return options;
  }, [data, except]);
}
