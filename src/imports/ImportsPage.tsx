import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { importNouns, type ImportNoun } from '#imports/import-noun.ts';
import { importMessages } from '#imports/imports.messages.ts';
import { importClient, imports, isWorking } from '#imports/imports.queries.tsx';
import { NewImport } from '#imports/NewImport.tsx';
import { useImportColumns } from '#imports/useImportColumns.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RecordList } from '#ui/list/RecordList.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import styles from '#imports/Import.module.css';

/** Choose what to bring in and drop the file; below, what was brought in so far. */
export function ImportsPage() {
  const m = useMessages(importMessages);
  const navigate = useNavigate();
  const search: Record<string, string> = useSearch({ strict: false });
  const noun = importNouns.find((one) => one === search['noun']) ?? 'account';
  const columns = useImportColumns();
  const filters = useMemo(() => ({}), []);
  const choose = (next: ImportNoun) => void navigate({ to: '.', search: { noun: next }, replace: true });
  return (
    <div className={styles.page}>
      <PageHeader title={m.title} facts={m.lead} />
      <NewImport noun={noun} onNoun={choose} onRead={(id) => void navigate({ to: `/import/${id}` })} />
      <h2 className={styles.historyTitle}>{m.history}</h2>
      <RecordList
        name="imports"
        label={m.history}
        columns={columns}
        filters={filters}
        href={(row) => `/import/${row.id}`}
        queryKey={imports.list.key()}
        fetchPage={({ after, limit }) => importClient.list({ after, limit })}
        atWork={({ state }) => isWorking(state)}
        empty={{ title: m.emptyTitle, hint: m.emptyHint }}
      />
    </div>
  );
}
