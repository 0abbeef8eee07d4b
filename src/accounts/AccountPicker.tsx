import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { accounts } from '#accounts/accounts.queries.tsx';

type Picked = { id: string; name: string };
type Props = {
  id?: string;
  value?: string | null;
  onChange?: (id: string | undefined) => void;
  /** The chosen one's name before anything was searched. */
  known?: Picked;
  placeholder?: string;
  /** Left out of the choices. */
  except?: string;
  'aria-label'?: string;
};

/** Chooses an account by part of its name, alias, code or pinyin initials. */
export function AccountPicker({ value, onChange, known, except, ...rest }: Props) {
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const { data, isFetching } = useQuery(
    accounts.list.queryOptions({
      input: { search: search || undefined, limit: 20 },
      placeholderData: keepPreviousData,
      staleTime: 30_000,
    }),
  );
  const rows = (data?.rows ?? []).filter((account) => account.id !== except);
  const some: Picked[] = known && search === '' && !rows.some((row) => row.id === known.id) ? [known, ...rows] : rows;
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value ?? undefined}
      loading={isFetching}
      notFoundContent={isFetching ? null : undefined}
      options={some.map((account) => ({ value: account.id, label: account.name }))}
      onChange={(next: string | undefined) => onChange?.(next)}
    />
  );
}
