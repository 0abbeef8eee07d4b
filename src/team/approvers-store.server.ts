import { sql } from 'kysely';
import type { Permission } from '#permissions/permission.ts';
import { permissionsOf, roles } from '#permissions/role.ts';
import type { Tx } from '#platform/database/database.server.ts';

type Asked = {
  permission: Permission;
  /** Whose team it is; null: nobody's. */
  teamId: string | null;
  /** Whose own it is: nobody decides on that. */
  except: readonly string[];
};

/**
 * Who is asked for a decision: those who may give it and lead the team; where it has none, who sees the whole company.
 */
export async function approversOf(tx: Tx, tenantId: string, { permission, teamId, except }: Asked): Promise<string[]> {
  const approving = roles.filter((role) => permissionsOf[role].includes(permission));
  const { rows } = await sql<{ id: string; near: boolean }>`
    select u.id, u.scope <> 'all' as near from users u
    left join teams t on t.tenant_id = u.tenant_id and t.id = ${teamId}::uuid
    where u.tenant_id = ${tenantId}::uuid and u.active and u.roles && ${[...approving]}::text[]
      and u.id <> all(${[...except]}::uuid[])
      and (u.scope = 'all' or (u.scope = 'team' and u.team_id = t.id) or (u.scope = 'tree' and u.team_id = any(t.path)))
    order by u.id`.execute(tx);
  const near = rows.filter((row) => row.near);
  return (near.length > 0 ? near : rows).map(({ id }) => id);
}
