import { Form, Input } from 'antd';
import { useRef, useState } from 'react';
import { defaultScopeOf } from '#permissions/role.ts';
import type { InvitationFields } from '#team/invitations/invitation.ts';
import type { User } from '#team/user.ts';
import { LinkDrawer } from '#team/people/LinkDrawer.tsx';
import { RankFields } from '#team/people/RankFields.tsx';
import { teamMessages } from '#team/team.messages.ts';
import { invitationClient } from '#team/team.queries.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useProposal } from '#ui/form/useProposal.tsx';
import { useMessages } from '#ui/lang.tsx';
import { useSession } from '#ui/session.tsx';

type Props = {
  /** A colleague who is here without a sign-in. */
  known?: User | undefined;
  onDone: () => void;
  onClose: () => void;
};

/** Who comes, as what; then the link to send her. */
export function InviteDrawer({ known, onDone, onClose }: Props) {
  const m = useMessages(teamMessages);
  const { user } = useSession();
  const [made, setMade] = useState<{ name: string; path: string | null }>();
  const sent = useRef(false);
  if (made) return <LinkDrawer {...made} onClose={onClose} />;
  return (
    <FormDrawer<InvitationFields>
      open
      title={m.inviteTitle}
      saveLabel={m.inviteSave}
      initial={known ? valuesOf(known) : { teamId: user.teamId, roles: ['rep'], scope: defaultScopeOf.rep }}
      save={async (values) => {
        const { name, path } = await invitationClient.invite({
          ...values,
          teamId: values.teamId ?? null,
          userId: known?.id,
        });
        sent.current = true;
        setMade({ name, path });
      }}
      onSaved={onDone}
      onClose={() => sent.current || onClose()}
    >
      <InviteFields />
    </FormDrawer>
  );
}

function valuesOf({ name, email, teamId, roles, scope }: User): Partial<InvitationFields> {
  return { name, teamId, roles, scope, ...(email !== null && { email }) };
}

function InviteFields() {
  const m = useMessages(teamMessages);
  const form = Form.useFormInstance<InvitationFields>();
  const [first] = Form.useWatch('roles', form) ?? [];
  useProposal('scope', first && defaultScopeOf[first]);
  return (
    <>
      <Form.Item name="name" label={m.name} rules={[{ required: true, whitespace: true, message: m.nameNeeded }]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="email"
        label={m.email}
        extra={m.emailHint}
        rules={[{ required: true, type: 'email', transform: (text: string) => text.trim(), message: m.emailNeeded }]}
      >
        <Input type="email" maxLength={200} autoComplete="off" />
      </Form.Item>
      <RankFields />
    </>
  );
}
