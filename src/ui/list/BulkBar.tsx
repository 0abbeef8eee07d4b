import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useMessages } from '#ui/lang.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import styles from '#ui/list/RecordList.module.css';

/** An act on every selected row. When it is done the selection is cleared; when it is refused the words are shown. */
export type BulkAct<Row> = {
  key: string;
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  run: (rows: readonly Row[]) => void | Promise<void>;
};

type Props<Row> = { acts: readonly BulkAct<Row>[]; rows: readonly Row[]; onDone: () => void };

export function BulkBar<Row>({ acts, rows, onDone }: Props<Row>) {
  const m = useMessages(listMessages);
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<unknown>();
  const run = async (act: BulkAct<Row>) => {
    setBusy(act.key);
    setError(undefined);
    try {
      await act.run(rows);
      onDone();
    } catch (refused) {
      setError(refused);
    }
    setBusy(undefined);
  };
  return (
    <div role="toolbar" aria-label={m.selected(rows.length)} className={styles.bulk}>
      <RefusalAlert error={error} />
      <strong>{m.selected(rows.length)}</strong>
      {acts.map((act) => (
        <Button
          key={act.key}
          icon={act.icon}
          danger={act.danger}
          loading={busy === act.key}
          disabled={busy !== undefined && busy !== act.key}
          onClick={() => void run(act)}
        >
          {act.label}
        </Button>
      ))}
      <Button type="text" onClick={onDone}>
        {m.unselect}
      </Button>
    </div>
  );
}
