import { z } from 'zod';
import { Instant } from '#shared/day.ts';
import { pick } from '#shared/refusal.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { invitationRefusals } from '#team/invitations/invitation.ts';

const token = z.string().min(1).max(200).meta({ description: 'The secret of the link' });

/** What the link leads to; nobody is signed in yet, the secret is the proof. */
export const joinContract = {
  show: query({
    path: '/join',
    access: 'public',
    summary: { zh: '查看邀请', en: 'What a link invites to' },
    input: z.object({ token }),
    output: z.object({
      kind: z.enum(['join', 'reset']),
      company: z.string(),
      name: z.string(),
      email: z.string(),
      invitedBy: z.string(),
      expiresAt: Instant,
      known: z.boolean().meta({ description: 'The address signs in here already: its password is asked' }),
    }),
    refusals: pick(invitationRefusals, 'invitation.over'),
  }),
  accept: command({
    path: '/join',
    access: 'public',
    summary: { zh: '接受邀请', en: 'Accept an invitation' },
    input: z.object({ token, password: z.string().max(200) }),
    output: z.object({ email: z.string() }),
    refusals: pick(
      invitationRefusals,
      'invitation.over',
      'invitation.passwordWrong',
      'session.locked',
      'user.emailTaken',
    ),
  }),
};
