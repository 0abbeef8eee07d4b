import { Form, Input } from 'antd';
import type { Team } from '#team/team.ts';
import { TeamSelect } from '#team/TeamSelect.tsx';
import { teamClient } from '#team/team.queries.tsx';
import { teamMessages } from '#team/team.messages.ts';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useMessages } from '#ui/lang.tsx';

type Values = { name: string; parentId: string };
/** `team` to change one, `parent` for a new one below. */
type Props = { team?: Team; parent?: Team; onSaved: () => void; onClose: () => void };

export function TeamForm({ team, parent, onSaved, onClose }: Props) {
  const m = useMessages(teamMessages);
  const save = ({ name, parentId }: Values, version: number | undefined) =>
    team && version !== undefined
      ? teamClient.change({ id: team.id, version, name, ...(team.parentId && { parentId }) })
      : teamClient.create({ name, parentId });
  return (
    <FormDrawer<Values>
      open
      title={team ? `${m.editTeam} · ${team.name}` : m.addBelowOf(parent?.name ?? '')}
      initial={{ name: team?.name, parentId: team?.parentId ?? parent?.id }}
      version={team?.version}
      save={save}
      onSaved={onSaved}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={m.teamName}
        rules={[{ required: true, whitespace: true, message: m.teamNameNeeded }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      {team?.parentId !== null && (
        <Form.Item name="parentId" label={m.parent} rules={[{ required: true, message: m.parentNeeded }]}>
          <TeamSelect except={team?.id} placeholder={m.parentNeeded} />
        </Form.Item>
      )}
    </FormDrawer>
  );
}
