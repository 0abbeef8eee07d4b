import { useMemo } from 'react';
import { auditMessages } from '#audit/audit.messages.ts';
import { PersonPicker } from '#team/PersonPicker.tsx';
import { dayFilter } from '#ui/list/DayFilter.tsx';
import { textCodec } from '#ui/list/codec.ts';
import { choiceFilter, type Filter } from '#ui/list/filter.tsx';
import { useMessages } from '#ui/lang.tsx';

export function useAuditFilters() {
  const m = useMessages(auditMessages);
  return useMemo(
    () => ({
      actorId: personFilter(m.person),
      kind: choiceFilter(
        m.kind,
        Object.entries(m.kinds).map(([value, label]) => ({ value, label })),
      ),
      from: dayFilter(m.from),
      to: dayFilter(m.to),
    }),
    [m],
  );
}

function personFilter(title: string): Filter<string> {
  return {
    title,
    codec: textCodec,
    leads: true,
    control: ({ value, onChange }) => (
      <span style={{ flex: '0 0 168px' }}>
        <PersonPicker left allowClear placeholder={title} value={value} onChange={(id) => onChange(id ?? undefined)} />
      </span>
    ),
  };
}
