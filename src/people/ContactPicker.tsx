import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { contacts } from '#people/contacts.queries.tsx';

type Picked = { id: string; name: string; accountName: string | null };
type Props = {
  value?: string | undefined;
  onChange: (id: string | undefined) => void;
  /** The chosen one before anything was searched. */
  known?: Picked | undefined;
  /** Left out of the choices. */
  except: string;
  placeholder: string;
  'aria-label': string;
};

/** Chooses a contact by part of the name, a number, or pinyin initials. */
export function ContactPicker({ value, onChange, known, except, ...rest }: Props) {
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const { data, isFetching } = useQuery(
    contacts.list.queryOptions({
      input: { search: search || undefined, limit: 20 },
      placeholderData: keepPreviousData,
      staleTime: 30_000,
    }),
  );
  const rows: Picked[] = (data?.rows ?? []).filter((contact) => contact.id !== except);
  const some = known && search === '' && !rows.some((row) => row.id === known.id) ? [known, ...rows] : rows;
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value}
      loading={isFetching}
      notFoundContent={isFetching ? null : undefined}
      options={some.map(({ id, name, accountName }) => ({
        value: id,
        label: accountName ? `${name} · ${accountName}` : name,
      }))}
      onChange={(next: string | undefined) => onChange(next)}
    />
  );
}
