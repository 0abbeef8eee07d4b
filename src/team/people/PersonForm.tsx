import { Form, Input } from 'antd';
import { permissionMessages } from '#permissions/permission.messages.ts';
import { RankFields } from '#team/people/RankFields.tsx';
import { teamMessages } from '#team/team.messages.ts';
import { userClient, useTeamOptions } from '#team/team.queries.tsx';
import type { User, UserFields } from '#team/user.ts';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useMessages } from '#ui/lang.tsx';
import { toast } from '#ui/toast.tsx';

type Props = { user: User; onDone: () => void; onClose: () => void };

export function PersonForm({ user, onDone, onClose }: Props) {
  const m = useMessages(teamMessages);
  const words = useMessages(permissionMessages);
  const teamOptions = useTeamOptions();
  return (
    <FormDrawer<UserFields>
      open
      title={m.editPerson(user.name)}
      initial={valuesOf(user)}
      version={user.version}
      save={(values, version) =>
        userClient.change({ ...values, id: user.id, version: version!, teamId: values.teamId ?? null })
      }
      latest={async () => {
        const now = await userClient.show({ id: user.id });
        return { values: valuesOf(now), version: now.version };
      }}
      fields={{
        name: { label: m.name },
        title: { label: m.title },
        teamId: { label: m.team, show: (id) => teamOptions.find((team) => team.value === id)?.label ?? m.noTeam },
        roles: { label: m.roles, show: (roles) => roles?.map((role) => words.roles[role]).join(' · ') ?? '' },
        scope: { label: m.scope, show: (scope) => (scope ? words.scopes[scope] : '') },
      }}
      onSaved={() => {
        toast(m.saved);
        onDone();
      }}
      onClose={onClose}
    >
      <Form.Item name="name" label={m.name} rules={[{ required: true, whitespace: true, message: m.nameNeeded }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="title" label={m.title}>
        <Input maxLength={60} />
      </Form.Item>
      <RankFields />
    </FormDrawer>
  );
}

function valuesOf({ name, title, teamId, roles, scope }: User): UserFields {
  return { name, title, teamId, roles, scope };
}
