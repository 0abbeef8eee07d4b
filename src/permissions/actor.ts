import type { Permission } from '#permissions/permission.ts';
import { permissionsOf, type Role } from '#permissions/role.ts';
import type { Owned, Scope } from '#permissions/scope.ts';
import type { Lang } from '#shared/messages.ts';

/** Who acts: a signed-in person, or an API key acting for one with fewer permissions. */
export type Actor = {
  tenantId: string;
  userId: string;
  name: string;
  roles: readonly Role[];
  scope: Scope;
  /** The teams the scope reaches: none for self, one for team, the subtree for tree; not used for all. */
  teamIds: readonly string[];
  /** Permissions an API key is limited to; null for a person. */
  keyScopes: readonly Permission[] | null;
  lang: Lang;
  timeZone: string;
};

export function can(actor: Actor, permission: Permission): boolean {
  if (actor.keyScopes && !actor.keyScopes.includes(permission)) return false;
  return actor.roles.some((role) => permissionsOf[role].includes(permission));
}

/** The owner hands over; so does whoever may hand over for others; what nobody owns anyone may take. */
export function mayHandOver(actor: Actor, { ownerId }: Pick<Owned, 'ownerId'>): boolean {
  return ownerId === null || ownerId === actor.userId || can(actor, 'team.handOver');
}

/** The pure twin of `whereVisible` (platform/database/visible.server.ts); a test holds that they agree. */
export function canSee(actor: Actor, record: Owned): boolean {
  if (actor.scope === 'all') return true;
  if (record.ownerId === actor.userId || record.memberIds.includes(actor.userId)) return true;
  return record.teamId !== null && actor.teamIds.includes(record.teamId);
}
