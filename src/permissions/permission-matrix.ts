import { permissions, type Permission } from '#permissions/permission.ts';
import { permissionsOf, roles, type Role } from '#permissions/role.ts';

export type MatrixRow = { permission: Permission; allowed: Record<Role, boolean> };

/** Who may do what, grouped by noun, in the order of the permissions. */
export function permissionMatrix(): { group: string; rows: MatrixRow[] }[] {
  const groups = new Map<string, MatrixRow[]>();
  for (const permission of permissions) {
    const group = permission.slice(0, permission.indexOf('.'));
    const allowed = Object.fromEntries(roles.map((role) => [role, permissionsOf[role].includes(permission)]));
    const row = { permission, allowed: allowed as Record<Role, boolean> };
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups].map(([group, rows]) => ({ group, rows }));
}
