import { useQueryClient } from '@tanstack/react-query';
import { Form } from 'antd';
import { useState } from 'react';
import { AccountPicker } from '#accounts/AccountPicker.tsx';
import { customOf } from '#fields/CustomInputs.tsx';
import { useFields } from '#fields/fields.queries.tsx';
import { contactFieldWords } from '#people/contact-field-words.ts';
import { sentOf, type ContactValues } from '#people/contact-values.ts';
import { ContactDuplicateNotice } from '#people/ContactDuplicateNotice.tsx';
import { ContactFormFields } from '#people/ContactFormFields.tsx';
import { PasteSignature } from '#people/PasteSignature.tsx';
import { contactMessages } from '#people/contacts.messages.ts';
import { contactClient } from '#people/contacts.queries.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { toast } from '#ui/toast.tsx';

type Props = {
  account?: { id: string; name: string };
  /** Begins with a card or a signature to paste. */
  paste?: boolean;
  onCreated?: (id: string) => void;
  onClose: () => void;
};

export function NewContact({ account, paste = false, onCreated, onClose }: Props) {
  const m = useMessages(contactMessages);
  const lang = useLang();
  const queries = useQueryClient();
  const fields = useFields('contact');
  const [employer, setEmployer] = useState(account);
  const create = async (values: ContactValues) => {
    const contact = await contactClient.create({
      ...sentOf(values, customOf(fields, values.custom)),
      accountId: values.accountId ?? null,
    });
    await queries.invalidateQueries();
    toast(m.created(contact.name));
    onCreated?.(contact.id);
  };
  return (
    <FormDrawer<ContactValues> open title={m.add} initial={{ accountId: account?.id }} save={create} onClose={onClose}>
      <PasteSignature open={paste} employed={!!account} onEmployer={setEmployer} />
      <Form.Item name="accountId" label={contactFieldWords.accountId[lang]}>
        <AccountPicker known={employer} placeholder={m.employerHint} />
      </Form.Item>
      <ContactDuplicateNotice />
      <ContactFormFields />
    </FormDrawer>
  );
}
