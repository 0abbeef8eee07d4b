import { keepPreviousData } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';

type Named = { id: string; name: string };

/** What a list is asked for while somebody types what is to be chosen of it. */
export function useTyped() {
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const asked = {
    input: { search: search || undefined, limit: 20 },
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  } as const;
  return { asked, typing: { search, onSearch: setText } };
}

/** What a field of a form, or whoever stands in for it, says of what is chosen. */
export type Choosing<R extends Named = Named> = {
  id?: string;
  value?: string | null;
  onChange?: (id: string | undefined) => void;
  /** The chosen one before anything was searched. */
  known?: R;
  /** Left out of the choices. */
  except?: string;
  placeholder?: string;
  /** Said where nothing is found. */
  nothing?: string;
  'aria-label'?: string;
};
type Props<R extends Named> = Choosing<R> & {
  typing: { search: string; onSearch: (text: string) => void };
  found: { data: { rows: readonly R[] } | undefined; isFetching: boolean };
  labelOf?: (row: R) => string;
  /** What tells one from another that reads the same. */
  apart?: (row: R) => string;
};

/** Chooses a record of a list by what is typed. */
export function RecordSelect<R extends Named>({ typing, found, value, onChange, known, ...props }: Props<R>) {
  const { except, labelOf = ({ name }) => name, apart, nothing, ...rest } = props;
  const rows = (found.data?.rows ?? []).filter(({ id }) => id !== except);
  const some = known && typing.search === '' && !rows.some(({ id }) => id === known.id) ? [known, ...rows] : rows;
  const labels = some.map(labelOf);
  const said = some.map((row, at) => {
    const label = labels[at]!;
    const more = labels.indexOf(label) === labels.lastIndexOf(label) ? undefined : apart?.(row);
    return more ? `${label} · ${more}` : label;
  });
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ filterOption: false, onSearch: typing.onSearch }}
      value={value ?? undefined}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? null : nothing}
      options={some.map((row, at) => ({ value: row.id, label: said[at] }))}
      onChange={(next: string | undefined) => onChange?.(next)}
    />
  );
}
