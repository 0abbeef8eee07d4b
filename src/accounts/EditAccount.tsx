import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { AccountFormFields } from '#accounts/AccountFormFields.tsx';
import { accountFieldWords } from '#accounts/account-field-words.ts';
import { accountSources, ownerships, scales, wordOf } from '#accounts/account-lists.ts';
import { sentOf, valuesOf, type AccountValues } from '#accounts/account-values.ts';
import type { AccountPage } from '#accounts/accounts.contract.ts';
import { accountMessages } from '#accounts/accounts.messages.ts';
import { accountClient, accountQuery } from '#accounts/accounts.queries.tsx';
import { customOf } from '#fields/CustomInputs.tsx';
import { useFields } from '#fields/fields.queries.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { toast } from '#ui/toast.tsx';

type Props = { page: AccountPage; onClose: () => void };

/** The account's own fields. Saved meanwhile by another: both texts side by side, nothing lost. */
export function EditAccount({ page, onClose }: Props) {
  const m = useMessages(accountMessages);
  const lang = useLang();
  const queries = useQueryClient();
  const fields = useFields('account');
  const { account, group } = page;
  const parent = group.rows.find((row) => row.id === account.parentId);
  const labels = Object.fromEntries(
    Object.entries(accountFieldWords).map(([field, words]) => [field, { label: words[lang] }]),
  );
  const save = (values: AccountValues, version: number | undefined) =>
    accountClient.update({ ...sentOf(values, customOf(fields, values.custom)), id: account.id, version: version! });
  const latest = async () => {
    const now = await queries.fetchQuery({ ...accountQuery(account.id), staleTime: 0 });
    return { version: now.account.version, values: valuesOf(now.account) };
  };
  return (
    <FormDrawer<AccountValues>
      open
      title={m.edit}
      width={600}
      initial={valuesOf(account)}
      version={account.version}
      save={save}
      latest={latest}
      fields={{
        ...labels,
        scale: { label: accountFieldWords.scale[lang], show: (key) => wordOf(scales, key, lang) },
        ownership: { label: accountFieldWords.ownership[lang], show: (key) => wordOf(ownerships, key, lang) },
        source: { label: accountFieldWords.source[lang], show: (key) => wordOf(accountSources, key, lang) },
        parentId: {
          label: accountFieldWords.parentId[lang],
          show: (id) => group.rows.find((row) => row.id === id)?.name,
        },
      }}
      onSaved={() => {
        toast(m.saved);
        void queries.invalidateQueries();
      }}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={accountFieldWords.name[lang]}
        rules={[{ required: true, whitespace: true, message: m.form.nameNeeded }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <AccountFormFields parent={parent} except={account.id} />
    </FormDrawer>
  );
}
