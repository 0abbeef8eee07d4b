import { z } from 'zod';
import { roles } from '#permissions/role.ts';
import { scopes } from '#permissions/scope.ts';
import { Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { refuse, type RefusalKinds } from '#shared/refusal.ts';
import { Email, UserFields } from '#team/user.ts';

/** A link to a new password is for somebody who waits for it. */
export const RESET_HOURS = 24;

export const InvitationFields = UserFields.omit({ title: true }).extend({ email: Email });
export type InvitationFields = z.infer<typeof InvitationFields>;

export const Invitation = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  teamId: Id.nullable(),
  teamName: z.string().nullable(),
  roles: z.array(z.enum(roles)),
  scope: z.enum(scopes),
  invitedBy: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
  state: z.enum(['open', 'expired', 'accepted', 'revoked']),
});
export type Invitation = z.infer<typeof Invitation>;

/** The address to give to the invited; it is told this once. */
export const Link = z.object({
  path: z.string().nullable().meta({ description: 'Path of the link; null when a retry gets the kept answer' }),
});

export const invitationRefusals = {
  'user.emailTaken': {
    status: 409,
    words: (data: { active: boolean }) =>
      data.active
        ? {
            zh: '这个邮箱的同事已经在公司里了，可在成员列表中修改其角色。',
            en: 'Somebody with this address is already here; change her roles in the list of people.',
          }
        : {
            zh: '这个邮箱属于一位已停用的成员，请在成员列表中重新启用。',
            en: 'This address belongs to somebody who left; reactivate her in the list of people.',
          },
  },
  'invitation.pending': {
    status: 409,
    words: () => ({
      zh: '已经邀请过这个邮箱，邀请还有效。需要时可重新生成链接，或先撤销。',
      en: 'This address is already invited. Make a new link for that invitation, or revoke it first.',
    }),
  },
  'invitation.over': {
    status: 410,
    words: (data: { why: Over }) => over[data.why],
    example: { why: 'expired' },
  },
  'invitation.passwordWrong': {
    status: 422,
    words: () => ({
      zh: '密码不对。这个邮箱已有账号，请输入原来的密码。',
      en: 'Wrong password. This address already signs in here; enter that password.',
    }),
  },
  'session.locked': {
    status: 423,
    words: () => ({
      zh: '连续多次输错，这个账号已锁定 15 分钟，请稍后再试。',
      en: 'Too many wrong tries: this account is locked for 15 minutes. Try later.',
    }),
  },
  'user.identityShared': {
    status: 409,
    words: () => ({
      zh: '这位成员还用同一账号登录其他公司，管理员不能代为重设密码。',
      en: 'This person signs in to other companies with the same account; an administrator of one cannot reset it.',
    }),
  },
} satisfies RefusalKinds;

type Over = 'unknown' | 'used' | 'revoked' | 'expired';
const over = {
  unknown: {
    zh: '链接不完整或不存在，请从邀请消息里完整复制，或请对方重新发一个。',
    en: 'This link is incomplete or unknown. Copy it whole, or ask for a new one.',
  },
  used: { zh: '这个链接已经用过，请直接登录。', en: 'This link has been used; sign in instead.' },
  revoked: {
    zh: '这个邀请已被撤销，请联系邀请您的人。',
    en: 'This invitation was withdrawn; ask whoever invited you.',
  },
  expired: { zh: '这个链接已过期，请对方重新生成一个。', en: 'This link has expired; ask for a new one.' },
};

type Times = { expiresAt: Instant; acceptedAt: Instant | null; revokedAt: Instant | null };

export function stateOf(invitation: Times, now: Instant): Invitation['state'] {
  if (invitation.acceptedAt) return 'accepted';
  if (invitation.revokedAt) return 'revoked';
  return invitation.expiresAt <= now ? 'expired' : 'open';
}

/** Whether a link still leads in. */
export function decideUse(invitation: Times | undefined, now: Instant) {
  if (!invitation) return refuse('invitation.over', { why: 'unknown' as const });
  const state = stateOf(invitation, now);
  if (state === 'open') return { open: true as const };
  return refuse('invitation.over', { why: state === 'accepted' ? ('used' as const) : state });
}

type There = { id: string; active: boolean; signsIn: boolean };

/**
 * Whether somebody may be invited, and as whom: a new colleague, or one who is here without a sign-in (imported, say).
 *
 * @param there whoever has the address, whoever is meant by id, and whether an invitation is under way
 */
export function decideInvitation(there: { holder: There | undefined; meant: There | undefined; pending: boolean }) {
  const { holder, pending } = there;
  const meant = there.meant ?? (holder?.signsIn === false ? holder : undefined);
  if (holder && holder.id !== meant?.id) return refuse('user.emailTaken', { active: holder.active });
  if (meant && (meant.signsIn || !meant.active)) return refuse('user.emailTaken', { active: meant.active });
  return pending ? refuse('invitation.pending') : { joinsAs: meant?.id ?? null };
}
