import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form } from 'antd';
import { accountMessages } from '#accounts/accounts.messages.ts';
import type { AccountPage } from '#accounts/accounts.contract.ts';
import { accountClient, accountQuery } from '#accounts/accounts.queries.tsx';
import { PersonPicker } from '#team/PersonPicker.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useMessages } from '#ui/lang.tsx';
import { toast } from '#ui/toast.tsx';

type Values = { ownerId: string };

/** Gives the account to another owner; whoever loses sight of it goes back to the list. */
export function HandOver({ page, onClose }: { page: AccountPage; onClose: () => void }) {
  const { handOver: m } = useMessages(accountMessages);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { id, version } = page.account;
  const save = async ({ ownerId }: Values, current: number | undefined) => {
    const after = await accountClient.assign({ id, version: current ?? version, ownerId });
    toast(m.done(after.ownerName ?? ''));
    const seen = await queries.fetchQuery({ ...accountQuery(id), staleTime: 0 }).catch(() => null);
    await queries.invalidateQueries();
    if (!seen) void navigate({ to: '/accounts' });
  };
  const latest = async () => {
    const now = await queries.fetchQuery({ ...accountQuery(id), staleTime: 0 });
    return { version: now.account.version, values: {} };
  };
  return (
    <FormDrawer<Values>
      open
      title={m.title}
      initial={{}}
      version={version}
      save={save}
      latest={latest}
      onClose={onClose}
    >
      <Form.Item name="ownerId" label={m.to} extra={m.note} rules={[{ required: true, message: m.toNeeded }]}>
        <PersonPicker />
      </Form.Item>
    </FormDrawer>
  );
}
