import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { teamMessages } from '#team/team.messages.ts';
import { usersContract } from '#team/users.contract.ts';
import { queriesFor } from '#ui/client.tsx';
import { useMessages } from '#ui/lang.tsx';

const users = queriesFor(usersContract, 'users');

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (userId: string | null) => void;
  /** The chosen one's name, where it is at hand before anybody is searched. */
  known?: { id: string; name: string } | undefined;
  /** Who cannot be chosen. */
  except?: string;
  /** Those who left, too. */
  left?: boolean;
  /** Nobody may be chosen. */
  allowClear?: boolean;
  placeholder?: string;
};

/** Chooses a colleague by typing part of her name; the server searches. */
export function PersonPicker({ id, value, onChange, known, except, left, allowClear, placeholder }: Props) {
  const m = useMessages(teamMessages);
  const [text, setText] = useState('');
  const search = useDeferredValue(text).trim() || undefined;
  const { data, isFetching } = useQuery({
    ...users.list.queryOptions({ input: { search, state: left ? 'all' : 'active', limit: 50 } }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const isKnown = (userId: string) => userId === known?.id || data?.rows.some((user) => user.id === userId);
  const { data: chosen } = useQuery({
    ...users.show.queryOptions({ input: { id: value ?? '' } }),
    enabled: Boolean(value) && !isKnown(value ?? ''),
    staleTime: 60_000,
  });
  const found = data?.rows ?? [];
  const also = [chosen, search === undefined ? known : undefined].filter(
    (user) => user !== undefined && !found.some((one) => one.id === user.id),
  );
  const people = [...(also as { id: string; name: string; teamName?: string | null }[]), ...found].filter(
    (user) => user.id !== except,
  );
  return (
    <Select
      id={id}
      aria-label={id ? undefined : placeholder}
      allowClear={allowClear}
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value ?? undefined}
      loading={isFetching}
      placeholder={placeholder ?? m.personPick}
      notFoundContent={isFetching ? null : m.personNone}
      style={{ width: '100%' }}
      options={people.map((user) => ({ value: user.id, label: user.name, note: user.teamName ?? null }))}
      optionRender={drawOption}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
    />
  );
}

function drawOption({ data }: { data: { label: string; note: string | null } }) {
  return (
    <span style={{ display: 'flex', justifyContent: 'space-between', gap: 12 }}>
      <span>{data.label}</span>
      <span style={{ color: 'var(--lm-text-faint)' }}>{data.note}</span>
    </span>
  );
}
