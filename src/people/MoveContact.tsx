import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { AccountPicker } from '#accounts/AccountPicker.tsx';
import type { Contact } from '#people/contact.ts';
import { contactFieldWords as words } from '#people/contact-field-words.ts';
import { contactMessages } from '#people/contacts.messages.ts';
import { contactClient, contactQuery } from '#people/contacts.queries.tsx';
import { DayPicker } from '#ui/DayPicker.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { useToday } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

type Values = { accountId?: string | null; on: string; title?: string; department?: string };

/** Somebody changes employer; what was before stays in the history. */
export function MoveContact({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const m = useMessages(contactMessages);
  const lang = useLang();
  const today = useToday();
  const queries = useQueryClient();
  const save = async ({ accountId = null, ...values }: Values, version: number | undefined) => {
    await contactClient.move({ ...values, accountId, id: contact.id, version: version! });
    toast(m.moved);
    await queries.invalidateQueries();
  };
  const latest = async () => {
    const now = await queries.fetchQuery({ ...contactQuery(contact.id), staleTime: 0 });
    return { version: now.contact.version, values: {} };
  };
  return (
    <FormDrawer<Values>
      open
      title={`${m.move} · ${contact.name}`}
      initial={{ on: today }}
      version={contact.version}
      save={save}
      latest={latest}
      onClose={onClose}
    >
      <Form.Item name="accountId" label={m.moveTo}>
        <AccountPicker except={contact.accountId ?? undefined} placeholder={m.moveToHint} />
      </Form.Item>
      <Form.Item name="on" label={m.moveOn} rules={[{ required: true, message: m.moveOnNeeded }]}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="title" label={words.title[lang]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="department" label={words.department[lang]}>
        <Input maxLength={100} />
      </Form.Item>
    </FormDrawer>
  );
}
