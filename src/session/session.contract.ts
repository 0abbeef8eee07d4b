import { z } from 'zod';
import { roles } from '#permissions/role.ts';
import { scopes } from '#permissions/scope.ts';
import { permissions } from '#permissions/permission.ts';
import { Company, isTimeZone } from '#company/company.ts';
import { Id } from '#shared/id.ts';
import { command, query } from '#platform/http/endpoint.ts';

export const Session = z.object({
  user: z.object({
    id: Id,
    name: z.string(),
    email: z.string(),
    title: z.string().nullable(),
    teamId: Id.nullable(),
    roles: z.array(z.enum(roles)),
    scope: z.enum(scopes),
    lang: z.enum(['zh', 'en']),
    timeZone: z.string(),
  }),
  permissions: z.array(z.enum(permissions)),
  company: Company.omit({ version: true }).extend({ id: Id }),
});
export type Session = z.infer<typeof Session>;

/** Who is signed in. Signing in and out, TOTP and the list of sessions are under /api/auth. */
export const sessionContract = {
  show: query({
    path: '/session',
    access: 'signedIn',
    summary: { zh: '当前登录', en: 'The current session' },
    input: z.object({}),
    output: Session,
  }),
  changeProfile: command({
    method: 'PATCH',
    path: '/session/profile',
    access: 'signedIn',
    summary: { zh: '修改本人资料', en: 'Change my own profile' },
    input: z.object({
      name: z.string().trim().min(1).max(60).optional(),
      title: z.string().trim().max(60).nullish(),
      lang: z.enum(['zh', 'en']).optional(),
      timeZone: z.string().max(60).refine(isTimeZone).optional(),
    }),
    output: Session,
  }),
};
