import { Select } from 'antd';
import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { useDeferredValue, useState, type ReactNode } from 'react';

export type Pickable = { id: string; name: string; note?: ReactNode; price?: number };

type Props = {
  /** Names the search among the queries. */
  name: string;
  find: (text: string) => Promise<readonly Pickable[]>;
  /** The chosen record before anything was searched. */
  known?: Pickable;
  value?: string | null;
  onChange?: (id: string | null, record?: Pickable) => void;
  placeholder?: string;
  nothing?: string;
  id?: string;
  /** Where no form item names it. */
  label?: string;
};

function drawOption({ label, data }: { label?: ReactNode; data: { note?: ReactNode } }) {
  return (
    <span style={{ display: 'flex', justifyContent: 'space-between', gap: 12 }}>
      <span>{label}</span>
      <span style={{ color: 'var(--lm-text-faint)' }}>{data.note}</span>
    </span>
  );
}

/** Chooses a record by typing part of its name; the server searches. */
export function RecordPicker({ name, find, known, value, onChange, placeholder, nothing, id, label }: Props) {
  const [text, setText] = useState('');
  const asked = useDeferredValue(text);
  const { data = [], isFetching } = useQuery({
    queryKey: ['picker', name, asked],
    queryFn: () => find(asked),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const records = known && asked === '' && !data.some((one) => one.id === known.id) ? [known, ...data] : data;
  return (
    <Select
      id={id}
      aria-label={label}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value ?? undefined}
      loading={isFetching}
      placeholder={placeholder}
      notFoundContent={isFetching ? null : nothing}
      options={records.map((one) => ({ value: one.id, label: one.name, note: one.note }))}
      optionRender={drawOption}
      onChange={(next: string | undefined) =>
        onChange?.(
          next ?? null,
          records.find((one) => one.id === next),
        )
      }
    />
  );
}
