import { askedCustom, customColumns, customFilters } from '#fields/custom-list.tsx';
import type { Field } from '#fields/field.ts';
import { fieldMessages } from '#fields/fields.messages.ts';
import type { Contact } from '#people/contact.ts';
import { contactFieldWords as words } from '#people/contact-field-words.ts';
import { contactMessages } from '#people/contacts.messages.ts';
import type { Lang } from '#shared/messages.ts';
import { InstantText } from '#ui/DayText.tsx';
import { textCodec } from '#ui/list/codec.ts';
import type { Column } from '#ui/list/column.tsx';
import { choiceFilter, flagFilter, searchFilter, type Filters } from '#ui/list/filter.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { Tag } from '#ui/Tag.tsx';

export type ContactSort = 'name' | 'updated';

export function contactColumns(fields: readonly Field[], lang: Lang): Column<Contact, ContactSort>[] {
  const m = contactMessages[lang].columns;
  return [
    { key: 'name', title: words.name[lang], cell: (row) => row.name, sort: 'name', phone: 'title' },
    { key: 'employer', title: m.employer, cell: (row) => row.accountName ?? '—', width: 'minmax(200px, 2fr)' },
    { key: 'title', title: words.title[lang], cell: (row) => row.title ?? '—', choice: 'shown' },
    {
      key: 'department',
      title: words.department[lang],
      cell: (row) => row.department ?? '—',
      choice: 'shown',
      phone: 'none',
    },
    { key: 'reach', title: m.reach, cell: (row) => row.mobile ?? row.phone ?? '—', width: '150px', choice: 'shown' },
    { key: 'email', title: words.email[lang], cell: (row) => row.email ?? '—', choice: 'hidden', phone: 'none' },
    {
      key: 'tags',
      title: words.tags[lang],
      cell: ({ tags }) => (tags.length > 0 ? tags.slice(0, 3).map((tag) => <Tag key={tag}>{tag}</Tag>) : '—'),
      choice: 'hidden',
      phone: 'none',
    },
    {
      key: 'owner',
      title: m.owner,
      cell: (row) => <PersonText name={row.ownerName} />,
      choice: 'shown',
      phone: 'none',
    },
    ...customColumns<Contact>(fields, lang),
    {
      key: 'updated',
      title: m.updated,
      cell: (row) => <InstantText at={row.updatedAt} />,
      sort: 'updated',
      width: '130px',
      phone: 'aside',
    },
  ];
}

export function contactFilters(
  fields: readonly Field[],
  people: readonly { id: string; name: string }[] = [],
  lang: Lang,
): Filters {
  const m = contactMessages[lang].filters;
  const owners = people.map(({ id, name }) => ({ value: id, label: name }));
  const filters = {
    search: searchFilter(m.search),
    mine: flagFilter(m.mine),
    // Colleagues are fetched: what the URL says counts before they have come.
    owner: { ...choiceFilter(m.owner, owners), codec: textCodec },
    ...customFilters(fields, lang, fieldMessages[lang]),
  };
  return filters;
}

/** The list's filters as the endpoint takes them. */
export function askedOf(values: { [name: string]: unknown }, me: string) {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  return { search: text('search'), ownerId: values['mine'] ? me : text('owner'), custom: askedCustom(values) };
}
