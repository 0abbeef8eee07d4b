import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { AccountFormFields } from '#accounts/AccountFormFields.tsx';
import { accountFieldWords } from '#accounts/account-field-words.ts';
import { sentOf, type AccountValues } from '#accounts/account-values.ts';
import { accountMessages } from '#accounts/accounts.messages.ts';
import { accountClient, accounts } from '#accounts/accounts.queries.tsx';
import { DuplicateNotice } from '#accounts/DuplicateNotice.tsx';
import { customOf } from '#fields/CustomInputs.tsx';
import { useFields } from '#fields/fields.queries.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useMessages, useText } from '#ui/lang.tsx';
import { toast } from '#ui/toast.tsx';

/** A name is enough; duplicates are told while typing. */
export function NewAccount({ onClose }: { onClose: () => void }) {
  const m = useMessages(accountMessages);
  const text = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const fields = useFields('account');
  const create = async ({ confirm = false, ...values }: AccountValues) => {
    const account = await accountClient.create({ ...sentOf(values, customOf(fields, values.custom)), confirm });
    await queries.invalidateQueries({ queryKey: accounts.key() });
    toast(m.created(account.name));
    void navigate({ to: `/accounts/${account.id}` });
  };
  return (
    <FormDrawer<AccountValues> open title={m.add} initial={{}} save={create} onClose={onClose} width={600}>
      <Form.Item
        name="name"
        label={text(accountFieldWords.name)}
        rules={[{ required: true, whitespace: true, message: m.form.nameNeeded }]}
      >
        <Input maxLength={200} placeholder={m.form.nameHint} />
      </Form.Item>
      <DuplicateNotice />
      <AccountFormFields />
    </FormDrawer>
  );
}
