import { AutoComplete, Form, Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { AccountPicker } from '#accounts/AccountPicker.tsx';
import { accountFieldWords as words } from '#accounts/account-field-words.ts';
import { accountSources, industries, ownerships, provinces, scales, type Choice } from '#accounts/account-lists.ts';
import { accountMessages } from '#accounts/accounts.messages.ts';
import { accounts } from '#accounts/accounts.queries.tsx';
import { creditCodeFault, normalCreditCode } from '#accounts/credit-code.ts';
import { CustomInputs } from '#fields/CustomInputs.tsx';
import { useLang, useMessages, useText } from '#ui/lang.tsx';
import styles from '#accounts/AccountForm.module.css';

type Props = { parent?: { id: string; name: string }; except?: string };

/** The fields of an account, as create and edit show them. */
export function AccountFormFields({ parent, except }: Props) {
  const m = useMessages(accountMessages);
  const text = useText();
  const lang = useLang();
  const { data: used } = useQuery(accounts.words.queryOptions({ input: {}, staleTime: 5 * 60_000 }));
  const proposals = [...new Set([...industries.map((one) => one.zh), ...(used?.industries ?? [])])];
  const choices = (list: readonly Choice[]) => list.map((one) => ({ value: one.key, label: text(one) }));
  return (
    <>
      <div className={styles.two}>
        <Form.Item
          name="creditCode"
          label={text(words.creditCode)}
          extra={m.form.codeHint}
          rules={[{ validator: (_, code?: string) => checkCode(code, lang) }]}
        >
          <Input maxLength={24} spellCheck={false} />
        </Form.Item>
        <Form.Item name="phone" label={text(words.phone)}>
          <Input maxLength={60} inputMode="tel" />
        </Form.Item>
        <Form.Item name="industry" label={text(words.industry)}>
          <AutoComplete
            allowClear
            showSearch={{ filterOption: contains }}
            options={proposals.map((value) => ({ value }))}
          />
        </Form.Item>
        <Form.Item name="source" label={text(words.source)}>
          <Select allowClear options={choices(accountSources)} />
        </Form.Item>
        <Form.Item name="province" label={text(words.province)}>
          <AutoComplete
            allowClear
            showSearch={{ filterOption: contains }}
            options={provinces.map((value) => ({ value }))}
          />
        </Form.Item>
        <Form.Item name="city" label={text(words.city)}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="scale" label={text(words.scale)}>
          <Select allowClear options={choices(scales)} />
        </Form.Item>
        <Form.Item name="ownership" label={text(words.ownership)}>
          <Select allowClear options={choices(ownerships)} />
        </Form.Item>
      </div>
      <Form.Item name="parentId" label={text(words.parentId)}>
        <AccountPicker known={parent} except={except} placeholder={m.form.parentHint} />
      </Form.Item>
      <Form.Item name="address" label={text(words.address)}>
        <Input maxLength={300} />
      </Form.Item>
      <div className={styles.two}>
        <Form.Item name="site" label={text(words.site)}>
          <Input maxLength={200} inputMode="url" />
        </Form.Item>
        <Form.Item name="postCode" label={text(words.postCode)}>
          <Input maxLength={20} />
        </Form.Item>
      </div>
      <Form.Item name="aliases" label={text(words.aliases)}>
        <Select mode="tags" open={false} suffixIcon={null} placeholder={m.form.aliasesHint} />
      </Form.Item>
      <Form.Item name="tags" label={text(words.tags)}>
        <Select
          mode="tags"
          placeholder={m.form.tagsHint}
          options={(used?.tags ?? []).map((value) => ({ value, label: value }))}
        />
      </Form.Item>
      <CustomInputs noun="account" />
    </>
  );
}

function checkCode(code: string | undefined, lang: 'zh' | 'en'): Promise<void> {
  const fault = code?.trim() ? creditCodeFault(normalCreditCode(code)) : null;
  return fault ? Promise.reject(new Error(fault[lang])) : Promise.resolve();
}

function contains(input: string, option: { value?: unknown } | undefined): boolean {
  return typeof option?.value === 'string' && option.value.includes(input);
}
