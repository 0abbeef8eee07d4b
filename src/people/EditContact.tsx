import { useQueryClient } from '@tanstack/react-query';
import { customOf } from '#fields/CustomInputs.tsx';
import { useFields } from '#fields/fields.queries.tsx';
import type { Contact } from '#people/contact.ts';
import { contactFieldWords } from '#people/contact-field-words.ts';
import { sentOf, valuesOf, type ContactValues } from '#people/contact-values.ts';
import { ContactFormFields } from '#people/ContactFormFields.tsx';
import { contactMessages } from '#people/contacts.messages.ts';
import { contactClient, contactQuery } from '#people/contacts.queries.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { toast } from '#ui/toast.tsx';

export function EditContact({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const m = useMessages(contactMessages);
  const lang = useLang();
  const queries = useQueryClient();
  const fields = useFields('contact');
  const labels = Object.fromEntries(
    Object.entries(contactFieldWords).map(([field, words]) => [field, { label: words[lang] }]),
  );
  const save = (values: ContactValues, version: number | undefined) =>
    contactClient.update({ ...sentOf(values, customOf(fields, values.custom)), id: contact.id, version: version! });
  const latest = async () => {
    const now = await queries.fetchQuery({ ...contactQuery(contact.id), staleTime: 0 });
    return { version: now.contact.version, values: valuesOf(now.contact) };
  };
  return (
    <FormDrawer<ContactValues>
      open
      title={m.edit}
      initial={valuesOf(contact)}
      version={contact.version}
      save={save}
      latest={latest}
      fields={labels}
      onSaved={() => {
        toast(m.saved);
        void queries.invalidateQueries();
      }}
      onClose={onClose}
    >
      <ContactFormFields />
    </FormDrawer>
  );
}
