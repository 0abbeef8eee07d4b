import { z } from 'zod';
import { can, type Actor } from '#permissions/actor.ts';
import { Id } from '#shared/id.ts';
import { refuse, type RefusalKinds } from '#shared/refusal.ts';
import { belongingKinds, type BelongingKind } from '#team/belongings.ts';

/** Who gets what. A kind that is left out goes to nobody, and stays. */
export const Heirs = z.partialRecord(z.enum(belongingKinds), Id);
export type Heirs = z.infer<typeof Heirs>;

export const handOverRefusals = {
  'handOver.outOfReach': {
    status: 403,
    words: () => ({
      zh: '只能交接您所管团队成员的工作。请联系其上级或管理员。',
      en: 'You may hand over only for people of the teams you lead. Ask their manager or an administrator.',
    }),
  },
  'handOver.badHeir': {
    status: 422,
    words: () => ({
      zh: '接手人必须是另一位在职成员，请重新选择。',
      en: 'The colleague who takes over must be another active person; choose again.',
    }),
  },
  'handOver.leavesThings': {
    status: 409,
    words: () => ({
      zh: '停用前必须把名下的一切都交接出去，请为每一类选择接手人。',
      en: 'Everything must be handed over before deactivating; choose somebody for each kind.',
    }),
  },
} satisfies RefusalKinds;

type Person = { id: string; teamId: string | null; active: boolean };

/** A manager settles her teams' affairs, whoever sees everything settles everybody's. */
export function maySettle(actor: Actor, leaver: Person): boolean {
  if (!can(actor, 'team.handOver')) return false;
  return actor.scope === 'all' || (leaver.teamId !== null && actor.teamIds.includes(leaver.teamId));
}

type Facts = { leaver: Person; heirs: readonly Person[]; counts: Record<BelongingKind, number> };

export function decideHandOver(actor: Actor, asked: { to: Heirs; deactivate: boolean }, facts: Facts) {
  const { leaver, heirs, counts } = facts;
  if (!maySettle(actor, leaver)) return refuse('handOver.outOfReach');
  if (asked.deactivate && !can(actor, 'team.write')) return refuse('permission.missing', { permission: 'team.write' });
  if (asked.deactivate && leaver.id === actor.userId) return refuse('user.self');
  const good = new Set(heirs.filter((heir) => heir.active && heir.id !== leaver.id).map((heir) => heir.id));
  if (Object.values(asked.to).some((id) => !good.has(id))) return refuse('handOver.badHeir');
  if (asked.deactivate && belongingKinds.some((kind) => counts[kind] > 0 && !asked.to[kind]))
    return refuse('handOver.leavesThings');
  return { moves: belongingKinds.filter((kind) => counts[kind] > 0 && asked.to[kind]) };
}
