import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { taskMessages } from '#tasks/tasks.messages.ts';
import { usersContract } from '#team/users.contract.ts';
import { queriesFor } from '#ui/client.tsx';
import { useMessages } from '#ui/lang.tsx';

const users = queriesFor(usersContract, 'users');

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (id: string | undefined) => void;
  /** The chosen one's name before anybody was searched. */
  known?: { id: string; name: string };
  placeholder?: string;
};

/** Chooses a colleague by name. */
export function ColleaguePicker({ id, value, onChange, known, placeholder }: Props) {
  const m = useMessages(taskMessages);
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const { data, isFetching } = useQuery(
    users.list.queryOptions({
      input: { search: search || undefined, limit: 50 },
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  );
  const rows = data?.rows ?? [];
  const options = known && !rows.some((user) => user.id === known.id) && search === '' ? [known, ...rows] : rows;
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value ?? undefined}
      loading={isFetching}
      placeholder={placeholder ?? m.ownerHint}
      notFoundContent={isFetching ? null : m.ownerNone}
      options={options.map((user) => ({ value: user.id, label: user.name }))}
      onChange={(next: string | undefined) => onChange?.(next)}
    />
  );
}
