import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { teamMessages } from '#team/team.messages.ts';
import { users } from '#team/team.queries.tsx';
import { useMessages } from '#ui/lang.tsx';

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (userId: string | null) => void;
  /** Who cannot be chosen. */
  except?: string;
  /** Those who left, too. */
  left?: boolean;
  placeholder?: string;
};

/** Chooses a colleague by typing part of her name; the server searches. */
export function PersonPicker({ id, value, onChange, except, left, placeholder }: Props) {
  const m = useMessages(teamMessages);
  const [text, setText] = useState('');
  const search = useDeferredValue(text).trim() || undefined;
  const { data } = useQuery({
    ...users.list.queryOptions({ input: { search, state: left ? 'all' : 'active', limit: 50 } }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const { data: chosen } = useQuery({
    ...users.show.queryOptions({ input: { id: value ?? '' } }),
    enabled: Boolean(value) && !data?.rows.some((user) => user.id === value),
    staleTime: 60_000,
  });
  const people = [...(data?.rows ?? []), ...(chosen ? [chosen] : [])].filter((user) => user.id !== except);
  return (
    <Select
      id={id}
      aria-label={id ? undefined : placeholder}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value ?? undefined}
      placeholder={placeholder ?? m.heirPick}
      notFoundContent={m.heirNothing}
      style={{ width: '100%' }}
      options={people.map((user) => ({ value: user.id, label: user.name, note: user.teamName }))}
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
