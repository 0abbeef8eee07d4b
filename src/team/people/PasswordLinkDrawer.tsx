import { Checkbox, Form } from 'antd';
import { useRef, useState } from 'react';
import { LinkDrawer } from '#team/people/LinkDrawer.tsx';
import { teamMessages } from '#team/team.messages.ts';
import { passwordLinkClient } from '#team/team.queries.tsx';
import type { User } from '#team/user.ts';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useMessages } from '#ui/lang.tsx';

type Props = { user: User; onDone: () => void; onClose: () => void };

/** For a colleague who cannot get in any more. */
export function PasswordLinkDrawer({ user, onDone, onClose }: Props) {
  const m = useMessages(teamMessages);
  const [path, setPath] = useState<string | null>();
  const sent = useRef(false);
  if (path !== undefined) return <LinkDrawer name={user.name} path={path} onClose={onClose} />;
  return (
    <FormDrawer<{ dropSecondFactor: boolean }>
      open
      title={m.passwordLinkTitle(user.name)}
      saveLabel={m.makeLink}
      initial={{ dropSecondFactor: false }}
      save={async ({ dropSecondFactor }) => {
        const made = await passwordLinkClient.make({ id: user.id, dropSecondFactor });
        sent.current = true;
        setPath(made.path);
      }}
      onSaved={onDone}
      onClose={() => sent.current || onClose()}
    >
      <p style={{ marginBottom: 16 }}>{m.passwordLinkHint}</p>
      <Form.Item name="dropSecondFactor" valuePropName="checked">
        <Checkbox>{m.dropSecondFactor}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}
