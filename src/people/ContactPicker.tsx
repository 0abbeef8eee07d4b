import { useQuery } from '@tanstack/react-query';
import { contacts } from '#people/contacts.queries.tsx';
import { type Choosing, RecordSelect, useTyped } from '#ui/form/RecordSelect.tsx';

type Picked = { id: string; name: string; accountName: string | null };

/** Chooses a contact by part of the name, a number, or pinyin initials. */
export function ContactPicker(props: Choosing<Picked>) {
  const { asked, typing } = useTyped();
  return (
    <RecordSelect<Picked>
      {...props}
      typing={typing}
      found={useQuery(contacts.list.queryOptions(asked))}
      labelOf={({ name, accountName }) => (accountName ? `${name} · ${accountName}` : name)}
    />
  );
}
