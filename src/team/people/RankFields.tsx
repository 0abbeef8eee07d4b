import { Form, Radio } from 'antd';
import { permissionMessages } from '#permissions/permission.messages.ts';
import { roles } from '#permissions/role.ts';
import { scopes } from '#permissions/scope.ts';
import { teamMessages } from '#team/team.messages.ts';
import { TeamSelect } from '#team/TeamSelect.tsx';
import { CheckboxesField } from '#ui/form/CheckboxesField.tsx';
import { useMessages } from '#ui/lang.tsx';
import styles from '#team/people/People.module.css';

/** Team, roles and data scope, each choice with what it means. */
export function RankFields() {
  const m = useMessages(teamMessages);
  const words = useMessages(permissionMessages);
  return (
    <>
      <Form.Item name="teamId" label={m.team}>
        <TeamSelect placeholder={m.teamPick} allowClear />
      </Form.Item>
      <Form.Item
        name="roles"
        label={m.roles}
        extra={m.rolesHint}
        rules={[{ required: true, type: 'array', min: 1, message: m.rolesNeeded }]}
      >
        <CheckboxesField
          className={styles.choices}
          options={roles.map((value) => ({
            value,
            label: (
              <span className={styles.choice}>
                {words.roles[value]}
                <small>{words.roleNotes[value]}</small>
              </span>
            ),
          }))}
        />
      </Form.Item>
      <Form.Item name="scope" label={m.scope}>
        <Radio.Group className={styles.choices}>
          {scopes.map((scope) => (
            <Radio key={scope} value={scope}>
              <span className={styles.choice}>
                {words.scopes[scope]}
                <small>{words.scopeNotes[scope]}</small>
              </span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
    </>
  );
}
