import { z } from 'zod';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { command } from '#platform/http/endpoint.ts';
import { invitationRefusals, Link } from '#team/invitations/invitation.ts';

/** For a colleague who forgot her password. */
export const passwordLinkContract = {
  make: command({
    path: '/users/{id}/password-link',
    access: 'team.write',
    summary: { zh: '生成重设密码链接', en: 'Make a link to a new password' },
    input: z.object({
      id: Id,
      dropSecondFactor: z.boolean().default(false).meta({ description: 'Her authenticator is lost too' }),
    }),
    output: Link,
    refusals: pick(invitationRefusals, 'user.identityShared'),
  }),
};
