import { z } from 'zod';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { Team, TeamName, teamRefusals } from '#team/team.ts';

export const teamsContract = {
  list: query({
    path: '/teams',
    access: 'team.read',
    summary: { zh: '团队树', en: 'The tree of teams' },
    input: z.object({}),
    output: z.object({ rows: z.array(Team) }),
  }),
  create: command({
    path: '/teams',
    access: 'team.write',
    summary: { zh: '新建团队', en: 'Create a team' },
    input: z.object({ name: TeamName, parentId: Id }),
    output: Team,
    refusals: pick(teamRefusals, 'team.nameTaken', 'team.parentMissing'),
  }),
  change: command({
    method: 'PATCH',
    path: '/teams/{id}',
    access: 'team.write',
    summary: { zh: '团队改名或移动', en: 'Rename or move a team' },
    input: z.object({ id: Id, version: z.int(), name: TeamName.optional(), parentId: Id.optional() }),
    output: Team,
    refusals: {
      ...pick(teamRefusals, 'team.nameTaken', 'team.cycle', 'team.parentMissing', 'team.root'),
      ...pick(platformRefusals, 'record.changed'),
    },
  }),
  remove: command({
    method: 'DELETE',
    path: '/teams/{id}',
    access: 'team.write',
    summary: { zh: '删除空团队', en: 'Remove an empty team' },
    input: z.object({ id: Id }),
    output: z.object({ removed: z.literal(true) }),
    refusals: pick(teamRefusals, 'team.notEmpty', 'team.root'),
  }),
};
