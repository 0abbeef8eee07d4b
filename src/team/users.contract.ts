import { z } from 'zod';
import { roles } from '#permissions/role.ts';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { page, pageQuery } from '#platform/list/page.ts';
import { User, UserChange, userRefusals } from '#team/user.ts';

export const usersContract = {
  list: query({
    path: '/users',
    access: 'team.read',
    summary: { zh: '成员列表', en: 'List people' },
    input: z.object({
      search: z.string().trim().max(100).optional(),
      teamId: Id.optional().meta({ description: 'This team and every one below it' }),
      role: z.enum(roles).optional(),
      state: z.enum(['active', 'left', 'all']).default('active'),
      ...pageQuery(['name', 'signedInAt'], 'name'),
    }),
    output: page(User),
  }),
  show: query({
    path: '/users/{id}',
    access: 'team.read',
    summary: { zh: '成员', en: 'A person' },
    input: z.object({ id: Id }),
    output: User,
  }),
  change: command({
    method: 'PATCH',
    path: '/users/{id}',
    access: 'team.write',
    summary: { zh: '修改成员的角色、数据范围、团队或停用', en: 'Change a person: roles, scope, team, or deactivate' },
    input: UserChange.extend({ id: Id, version: z.int() }),
    output: User,
    refusals: { ...userRefusals, ...pick(platformRefusals, 'record.changed') },
  }),
};
