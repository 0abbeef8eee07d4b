import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useDeferredValue } from 'react';
import type { ContactValues } from '#people/contact-values.ts';
import { ContactCandidates } from '#people/ContactCandidates.tsx';
import { contactMessages } from '#people/contacts.messages.ts';
import { contacts } from '#people/contacts.queries.tsx';
import { useMessages } from '#ui/lang.tsx';

/** 查重 while one types: who is probably known already. */
export function ContactDuplicateNotice() {
  const m = useMessages(contactMessages);
  const form = Form.useFormInstance<ContactValues>();
  const typed = {
    name: Form.useWatch('name', form)?.trim(),
    accountId: Form.useWatch('accountId', form),
    mobile: Form.useWatch('mobile', form)?.trim(),
    phone: Form.useWatch('phone', form)?.trim(),
    email: Form.useWatch('email', form)?.trim(),
  };
  const { name, accountId, mobile, phone, email } = useDeferredValue(typed);
  const asked = {
    name: name || undefined,
    accountId: accountId ?? undefined,
    mobile: mobile || undefined,
    phone: phone || undefined,
    email: email || undefined,
  };
  const enabled = !!(mobile || phone || email || (name && accountId));
  const { data } = useQuery(
    contacts.duplicates.queryOptions({ input: asked, enabled, placeholderData: keepPreviousData, staleTime: 10_000 }),
  );
  const candidates = enabled ? (data?.candidates ?? []) : [];
  return <ContactCandidates beside title={m.duplicates.title(candidates.length)} candidates={candidates} />;
}
