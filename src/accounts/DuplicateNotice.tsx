import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Checkbox, Form } from 'antd';
import { useDeferredValue } from 'react';
import { Candidates } from '#accounts/Candidates.tsx';
import { accountMessages } from '#accounts/accounts.messages.ts';
import { accounts } from '#accounts/accounts.queries.tsx';
import { useMessages } from '#ui/lang.tsx';
import { Notice } from '#ui/Notice.tsx';

/** 查重 while one types: what is probably the same account, and the way on when it is another. */
export function DuplicateNotice() {
  const m = useMessages(accountMessages);
  const form = Form.useFormInstance<{ name?: string; creditCode?: string; phone?: string }>();
  const typed = {
    name: Form.useWatch('name', form)?.trim(),
    creditCode: Form.useWatch('creditCode', form)?.trim(),
    phone: Form.useWatch('phone', form)?.trim(),
  };
  const { name, creditCode, phone } = useDeferredValue(typed);
  const asked = { name: name || undefined, creditCode: creditCode || undefined, phone: phone || undefined };
  const { data } = useQuery(
    accounts.duplicates.queryOptions({
      input: asked,
      enabled: (name?.length ?? 0) >= 2 || !!creditCode || !!phone,
      placeholderData: keepPreviousData,
      staleTime: 10_000,
    }),
  );
  const candidates = data?.candidates ?? [];
  if (candidates.length === 0 || !Object.values(asked).some(Boolean)) return null;
  const sameCode = candidates.some((candidate) => candidate.why.includes('code'));
  return (
    <Notice title={m.duplicates.title(candidates.length)}>
      <Candidates candidates={candidates} />
      {!sameCode && (
        <Form.Item name="confirm" valuePropName="checked" noStyle>
          <Checkbox>{m.duplicates.confirm}</Checkbox>
        </Form.Item>
      )}
    </Notice>
  );
}
