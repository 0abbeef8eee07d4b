import { useMemo } from 'react';
import type { ImportRow } from '#imports/import-record.ts';
import { importMessages } from '#imports/imports.messages.ts';
import { StateMark } from '#imports/StateMark.tsx';
import { InstantText } from '#ui/DayText.tsx';
import { localeOf, useLang, useMessages } from '#ui/lang.tsx';
import type { Column } from '#ui/list/column.tsx';

export function useImportColumns(): Column<ImportRow>[] {
  const m = useMessages(importMessages);
  const lang = useLang();
  return useMemo(() => {
    const number = (n: number) => n.toLocaleString(localeOf(lang));
    return [
      { key: 'file', title: m.columns.file, width: 'minmax(200px, 2fr)', phone: 'title', cell: (row) => row.fileName },
      { key: 'noun', title: m.columns.noun, width: '100px', cell: (row) => m.nouns[row.noun] },
      {
        key: 'state',
        title: m.columns.state,
        width: '120px',
        phone: 'aside',
        cell: (row) => <StateMark state={row.state} />,
      },
      {
        key: 'result',
        title: m.columns.result,
        width: 'minmax(220px, 1.4fr)',
        cell: ({ state, outcome }) =>
          ran(state) ? m.result(number(outcome.created), number(outcome.updated), number(outcome.faulty)) : '—',
      },
      { key: 'by', title: m.columns.by, width: '120px', cell: (row) => row.createdByName ?? '—' },
      { key: 'at', title: m.columns.at, width: '130px', cell: (row) => <InstantText at={row.createdAt} /> },
    ];
  }, [m, lang]);
}

/** Whether rows have been written already. */
function ran(state: ImportRow['state']): boolean {
  return !['uploading', 'mapping', 'checking', 'checked'].includes(state);
}
