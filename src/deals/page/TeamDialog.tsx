import { Button, Form } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { PersonPicker } from '#team/PersonPicker.tsx';
import { memberRoles } from '#deals/deal.ts';
import type { DealPage } from '#deals/deals.contract.ts';
import { Chips } from '#ui/Chips.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useMessages } from '#ui/lang.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#deals/page/TeamCard.module.css';

type Role = DealPage['members'][number]['role'];
type Values = { members: { userId?: string; role: Role }[] };

/** Who works on it with the owner, and as what; a member sees the deal whatever her data scope. */
export function TeamDialog({ onClose }: { onClose: () => void }) {
  const m = useMessages(pageMessages);
  const { view, commands } = useDeal();
  const { deal, members } = view.page;
  const nameOf = (id: string | undefined) => members.find(({ userId }) => userId === id)?.name;
  return (
    <FormDrawer<Values>
      open
      title={m.editTeam}
      initial={{ members: members.map(({ userId, role }) => ({ userId, role })) }}
      version={deal.version}
      save={({ members: chosen }, version) =>
        commands.setMembers({
          members: chosen.flatMap(({ userId, role }) => (userId ? [{ userId, role }] : [])),
          version,
        })
      }
      latest={async () => ({ version: view.page.deal.version, values: {} })}
      onSaved={() => toast(m.saved)}
      onClose={onClose}
    >
      <Form.List name="members">
        {(rows, { add, remove }) => (
          <div className={styles.members}>
            {rows.map(({ key, name }) => (
              <div key={key} className={styles.member}>
                <Form.Item name={[name, 'userId']} noStyle>
                  <Colleague nameOf={nameOf} />
                </Form.Item>
                <Form.Item name={[name, 'role']} noStyle>
                  <RoleField />
                </Form.Item>
                <Button type="text" aria-label={m.removeLine} icon={<DeleteOutlined />} onClick={() => remove(name)} />
              </div>
            ))}
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ role: 'sales' })}>
              {m.addMember}
            </Button>
          </div>
        )}
      </Form.List>
    </FormDrawer>
  );
}

type ColleagueProps = {
  value?: string;
  onChange?: (id: string | null) => void;
  nameOf: (id: string | undefined) => string | undefined;
};

function Colleague({ value, onChange, nameOf }: ColleagueProps) {
  const name = nameOf(value);
  return <PersonPicker value={value} onChange={onChange} known={value && name ? { id: value, name } : undefined} />;
}

function RoleField({ value, onChange }: { value?: Role; onChange?: (role: Role) => void }) {
  const m = useMessages(pageMessages);
  return (
    <Chips
      label={m.team}
      value={value}
      chips={memberRoles.map((role) => ({ value: role, label: m.memberRoles[role] }))}
      onChoose={(role) => onChange?.(role)}
    />
  );
}
