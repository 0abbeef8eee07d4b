import { useQuery } from '@tanstack/react-query';
import type { Contact } from '#people/contact.ts';
import { ContactCandidates } from '#people/ContactCandidates.tsx';
import { contactMessages } from '#people/contacts.messages.ts';
import { contacts } from '#people/contacts.queries.tsx';
import { useMessages } from '#ui/lang.tsx';

/** Who is probably the same person, for those who may make one of the two. */
export function SamePerson({ contact }: { contact: Contact }) {
  const { duplicates: m } = useMessages(contactMessages);
  const { id, name, accountId, mobile, phone, email } = contact;
  const asked = {
    exceptId: id,
    name,
    accountId: accountId ?? undefined,
    mobile: mobile ?? undefined,
    phone: phone ?? undefined,
    email: email ?? undefined,
  };
  const { data } = useQuery(contacts.duplicates.queryOptions({ input: asked, staleTime: 60_000 }));
  const candidates = data?.candidates ?? [];
  return <ContactCandidates title={m.onPage(candidates.length)} candidates={candidates} mergeInto={id} />;
}
