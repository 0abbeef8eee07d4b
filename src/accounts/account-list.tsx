import type { AccountRow } from '#accounts/account.ts';
import { accountFieldWords as words } from '#accounts/account-field-words.ts';
import { accountSources, ownerships, scales, wordOf, type Choice } from '#accounts/account-lists.ts';
import { accountMessages } from '#accounts/accounts.messages.ts';
import { askedCustom, customColumns, customFilters } from '#fields/custom-list.tsx';
import type { Field } from '#fields/field.ts';
import { fieldMessages } from '#fields/fields.messages.ts';
import type { Lang } from '#shared/messages.ts';
import { InstantText } from '#ui/DayText.tsx';
import { textCodec } from '#ui/list/codec.ts';
import type { Column } from '#ui/list/column.tsx';
import { choiceFilter, flagFilter, searchFilter, type Filter, type Filters } from '#ui/list/filter.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { Tag } from '#ui/Tag.tsx';

export type AccountSort = 'name' | 'updated';

export function accountColumns(fields: readonly Field[], lang: Lang): Column<AccountRow, AccountSort>[] {
  const m = accountMessages[lang].columns;
  const told = (list: readonly Choice[], key: string | null) => wordOf(list, key, lang) || '—';
  return [
    {
      key: 'name',
      title: words.name[lang],
      cell: (row) => row.name,
      sort: 'name',
      width: 'minmax(220px, 2.4fr)',
      phone: 'title',
    },
    { key: 'industry', title: words.industry[lang], cell: (row) => row.industry ?? '—', choice: 'shown' },
    { key: 'place', title: m.place, cell: placeOf, choice: 'shown' },
    { key: 'owner', title: m.owner, cell: (row) => <PersonText name={row.ownerName} />, width: 'minmax(130px, 1fr)' },
    {
      key: 'ownership',
      title: words.ownership[lang],
      cell: (row) => told(ownerships, row.ownership),
      choice: 'shown',
      phone: 'none',
    },
    { key: 'scale', title: words.scale[lang], cell: (row) => told(scales, row.scale), choice: 'hidden', phone: 'none' },
    {
      key: 'source',
      title: words.source[lang],
      cell: (row) => told(accountSources, row.source),
      choice: 'hidden',
      phone: 'none',
    },
    {
      key: 'tags',
      title: words.tags[lang],
      cell: tagsOf,
      width: 'minmax(150px, 1.3fr)',
      choice: 'shown',
      phone: 'none',
    },
    {
      key: 'creditCode',
      title: words.creditCode[lang],
      cell: (row) => row.creditCode ?? '—',
      choice: 'hidden',
      phone: 'none',
      width: '190px',
    },
    { key: 'phone', title: words.phone[lang], cell: (row) => row.phone ?? '—', choice: 'hidden', phone: 'none' },
    ...customColumns<AccountRow>(fields, lang),
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

function placeOf({ province, city }: AccountRow) {
  return [...new Set([province, city].filter(Boolean))].join(' · ') || '—';
}

function tagsOf({ tags }: AccountRow) {
  return tags.length === 0 ? '—' : tags.slice(0, 2).flatMap((tag) => [<Tag key={tag}>{tag}</Tag>, ' ']);
}

type Known = {
  fields: readonly Field[];
  words?: { industries: string[]; provinces: string[]; tags: string[] };
  people?: readonly { id: string; name: string }[];
  lang: Lang;
};

export function accountFilters({ fields, words: used, people = [], lang }: Known): Filters {
  const m = accountMessages[lang].filters;
  const keyed = (list: readonly Choice[]) => list.map((one) => ({ value: one.key, label: one[lang] }));
  const filters = {
    search: searchFilter(m.search),
    mine: flagFilter(m.mine),
    industry: openFilter(words.industry[lang], plain(used?.industries)),
    province: openFilter(words.province[lang], plain(used?.provinces)),
    owner: openFilter(
      m.owner,
      people.map(({ id, name }) => ({ value: id, label: name })),
    ),
    ownership: choiceFilter(words.ownership[lang], keyed(ownerships)),
    tag: openFilter(words.tags[lang], plain(used?.tags)),
    unowned: flagFilter(m.unowned),
    ...customFilters(fields, lang, fieldMessages[lang]),
  };
  return filters;
}

/** Choices that are fetched: what the URL says counts before they have come. */
function openFilter(title: string, options: { value: string; label: string }[]): Filter<string> {
  return { ...choiceFilter(title, options), codec: textCodec };
}

function plain(values: readonly string[] = []) {
  return values.map((value) => ({ value, label: value }));
}

/** The list's filters as the endpoint takes them. */
export function askedOf(values: { [name: string]: unknown }, me: string) {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  return {
    search: text('search'),
    industry: text('industry'),
    province: text('province'),
    ownership: text('ownership'),
    tag: text('tag'),
    ownerId: values['mine'] ? me : text('owner'),
    unowned: values['unowned'] ? true : undefined,
    custom: askedCustom(values),
  };
}
