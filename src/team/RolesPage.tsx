import { CheckOutlined } from '@ant-design/icons';
import { permissionMatrix } from '#permissions/permission-matrix.ts';
import { permissionMessages, type PermissionGroup } from '#permissions/permission.messages.ts';
import { defaultScopeOf, roles } from '#permissions/role.ts';
import { rolesMessages } from '#team/roles.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import styles from '#team/Roles.module.css';

const matrix = permissionMatrix();

/** Settings: who may do what, as one table. */
export function RolesPage() {
  const m = useMessages(rolesMessages);
  const words = useMessages(permissionMessages);
  return (
    <>
      <PageHeader title={m.title} facts={m.lead} />
      {/* A region that scrolls by keyboard needs the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} role="region" aria-label={m.title} tabIndex={0}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{m.permission}</th>
              {roles.map((role) => (
                <th key={role} scope="col" title={words.roleNotes[role]}>
                  {words.roles[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{m.scope}</th>
              {roles.map((role) => (
                <td key={role} title={words.scopeNotes[defaultScopeOf[role]]} className={styles.scope}>
                  {words.scopes[defaultScopeOf[role]]}
                </td>
              ))}
            </tr>
          </tbody>
          {matrix.map(({ group, rows }) => (
            <tbody key={group}>
              <tr className={styles.group}>
                <th colSpan={roles.length + 1} scope="rowgroup">
                  {words.groups[group as PermissionGroup]}
                </th>
              </tr>
              {rows.map(({ permission, allowed }) => (
                <tr key={permission}>
                  <th scope="row">{words.permissions[permission]}</th>
                  {roles.map((role) => (
                    <td key={role}>
                      {allowed[role] ? (
                        <CheckOutlined role="img" aria-label={m.yes} className={styles.yes} />
                      ) : (
                        <span className={styles.no} role="img" aria-label={m.no}>
                          ·
                        </span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </>
  );
}
