import { z } from 'zod';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { Invitation, InvitationFields, invitationRefusals, Link } from '#team/invitations/invitation.ts';
import { userRefusals } from '#team/user.ts';

export const invitationsContract = {
  list: query({
    path: '/invitations',
    access: 'team.write',
    summary: { zh: '邀请列表', en: 'List invitations' },
    input: z.object({ all: z.boolean().default(false).meta({ description: 'Also accepted and revoked ones' }) }),
    output: z.object({ rows: z.array(Invitation) }),
  }),
  invite: command({
    path: '/invitations',
    access: 'team.write',
    summary: { zh: '邀请同事', en: 'Invite a colleague' },
    input: InvitationFields.extend({
      userId: Id.optional().meta({ description: 'A colleague who is here without a sign-in, and comes in as herself' }),
    }),
    output: Invitation.extend(Link.shape),
    refusals: {
      ...pick(invitationRefusals, 'user.emailTaken', 'invitation.pending'),
      ...pick(userRefusals, 'user.teamMissing'),
    },
    shownOnce: ['path'],
  }),
  renew: command({
    path: '/invitations/{id}/renew',
    access: 'team.write',
    summary: { zh: '重新生成邀请链接', en: 'Make a new link; the old one ends' },
    input: z.object({ id: Id }),
    output: Invitation.extend(Link.shape),
    refusals: pick(invitationRefusals, 'invitation.over'),
    shownOnce: ['path'],
  }),
  revoke: command({
    method: 'DELETE',
    path: '/invitations/{id}',
    access: 'team.write',
    summary: { zh: '撤销邀请', en: 'Revoke an invitation' },
    input: z.object({ id: Id }),
    output: Invitation,
    refusals: pick(invitationRefusals, 'invitation.over'),
  }),
};
