import { FileTextOutlined, WarningFilled } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Select } from 'antd';
import type { StepProps } from '#imports/ImportPage.tsx';
import { importClient } from '#imports/imports.queries.tsx';
import { useImportMessages } from '#imports/useImportMessages.tsx';
import { delimiters, encodings, type Delimiter, type Encoding } from '#platform/import-export/table-file.ts';
import { localeOf, useLang } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import styles from '#imports/Import.module.css';

type Reading = { encoding?: Encoding; delimiter?: Delimiter; sheet?: number };

/** How the file was read; reading it otherwise guesses anew. */
export function FileFacts({ one, onChange }: StepProps) {
  const m = useImportMessages(one);
  const lang = useLang();
  const read = useMutation({
    mutationFn: (reading: Reading) => importClient.read({ id: one.id, ...reading }),
    onSuccess: (next) => onChange(next),
  });
  const { layout } = one;
  if (!layout) return null;
  const encoding = (layout.encoding ?? undefined) as Encoding | undefined;
  const delimiter = (layout.delimiter ?? undefined) as Delimiter | undefined;
  return (
    <>
      <div className={styles.facts}>
        <span>
          <FileTextOutlined aria-hidden="true" /> {m.rows(layout.rows.toLocaleString(localeOf(lang)))}
        </span>
        {layout.kind === 'csv' && (
          <>
            <label>
              {m.encoding}
              <Select
                aria-label={m.encoding}
                value={encoding}
                loading={read.isPending}
                options={encodings.map((value) => ({ value, label: m.encodings[value] }))}
                onChange={(next) => read.mutate({ encoding: next, delimiter })}
              />
            </label>
            <label>
              {m.delimiter}
              <Select
                aria-label={m.delimiter}
                value={delimiter}
                loading={read.isPending}
                options={delimiters.map((value) => ({ value, label: m.delimiters[value] }))}
                onChange={(next) => read.mutate({ encoding, delimiter: next })}
              />
            </label>
          </>
        )}
        {layout.sheets.length > 1 && (
          <label>
            {m.sheet}
            <Select
              aria-label={m.sheet}
              value={layout.sheet ?? 0}
              loading={read.isPending}
              options={layout.sheets.map((label, value) => ({ value, label }))}
              onChange={(sheet) => read.mutate({ sheet })}
              popupMatchSelectWidth={220}
            />
          </label>
        )}
      </div>
      {layout.cut && (
        <p className={styles.warning} role="status">
          <WarningFilled aria-hidden="true" /> {m.cut}
        </p>
      )}
      <RefusalAlert error={read.error} />
    </>
  );
}
