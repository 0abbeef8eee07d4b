import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { memberRoles, type MemberRole } from '#accounts/account.ts';
import { memberRoleWords } from '#accounts/account-lists.ts';
import { accountMessages } from '#accounts/accounts.messages.ts';
import type { AccountPage } from '#accounts/accounts.contract.ts';
import { accountClient, accountQuery } from '#accounts/accounts.queries.tsx';
import { PersonPicker } from '#team/PersonPicker.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#accounts/EditTeam.module.css';

type Values = { members: { userId: string; role: MemberRole }[] };

/** Who works on the account beside its owner, and as what. */
export function EditTeam({ page, onClose }: { page: AccountPage; onClose: () => void }) {
  const { members: m } = useMessages(accountMessages);
  const lang = useLang();
  const queries = useQueryClient();
  const { id, version } = page.account;
  const nameOf = (userId: string | undefined) => page.members.find((member) => member.userId === userId);
  const save = async ({ members }: Values, current: number | undefined) => {
    await accountClient.setMembers({ id, version: current ?? version, members });
    await queries.invalidateQueries();
  };
  const latest = async () => {
    const now = await queries.fetchQuery({ ...accountQuery(id), staleTime: 0 });
    return { version: now.account.version, values: { members: now.members } };
  };
  return (
    <FormDrawer<Values>
      open
      title={m.title}
      initial={{ members: page.members.map(({ userId, role }) => ({ userId, role })) }}
      version={version}
      save={save}
      latest={latest}
      fields={{
        members: {
          label: m.title,
          show: (members) => members?.map(({ userId }) => nameOf(userId)?.name ?? '').join('、'),
        },
      }}
      onClose={onClose}
    >
      <p className={styles.note}>{m.note}</p>
      <Form.List name="members">
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} className={styles.row}>
                <Form.Item name={[row.name, 'userId']} label={m.person} rules={[{ required: true, message: m.needed }]}>
                  <PersonPicker known={knownOf(page, row.name)} />
                </Form.Item>
                <Form.Item name={[row.name, 'role']} label={m.role}>
                  <Select options={memberRoles.map((role) => ({ value: role, label: memberRoleWords[role][lang] }))} />
                </Form.Item>
                <Button type="text" aria-label={m.remove} icon={<DeleteOutlined />} onClick={() => remove(row.name)} />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ role: 'presales' })}>
              {m.add}
            </Button>
          </>
        )}
      </Form.List>
    </FormDrawer>
  );
}

function knownOf(page: AccountPage, at: number) {
  const member = page.members[at];
  return member && { id: member.userId, name: member.name };
}
