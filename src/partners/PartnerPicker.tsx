import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { partners } from '#partners/partners.queries.tsx';

type Picked = { id: string; name: string };
type Props = {
  id?: string;
  value?: string | null;
  onChange?: (id: string | undefined) => void;
  /** The chosen one's name before anything was searched. */
  known?: Picked | undefined;
  placeholder?: string;
  nothing?: string;
  'aria-label'?: string;
};

/** Chooses a partner by part of its name or its pinyin initials. */
export function PartnerPicker({ value, onChange, known, nothing, ...rest }: Props) {
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const { data, isFetching } = useQuery(
    partners.list.queryOptions({
      input: { search: search || undefined, limit: 20 },
      placeholderData: keepPreviousData,
      staleTime: 30_000,
    }),
  );
  const rows: Picked[] = data?.rows ?? [];
  const some = known && search === '' && !rows.some((row) => row.id === known.id) ? [known, ...rows] : rows;
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value ?? undefined}
      loading={isFetching}
      notFoundContent={isFetching ? null : nothing}
      options={some.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(next: string | undefined) => onChange?.(next)}
    />
  );
}
