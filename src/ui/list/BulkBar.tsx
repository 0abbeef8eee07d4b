import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { mostAtOnce } from '#platform/list/many.ts';
import { useMessages } from '#ui/lang.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import styles from '#ui/list/RecordList.module.css';

export type BulkFormProps<Row> = { rows: readonly Row[]; onDone: () => void; onClose: () => void };

/** An act on every selected row. When it is done the selection is cleared; when it is refused the words are shown. */
export type BulkAct<Row> = { key: string; label: string; icon?: ReactNode } & (
  | { run: (rows: readonly Row[]) => void | Promise<void>; form?: undefined }
  /** Asks first, beside the list. */
  | { form: (props: BulkFormProps<Row>) => ReactNode; run?: undefined }
);

type Props<Row> = {
  acts: readonly BulkAct<Row>[];
  rows: readonly Row[];
  /** How many are loaded, and how all of them are selected. */
  loaded: number;
  onAll: () => void;
  onDone: () => void;
};

export function BulkBar<Row>({ acts, rows, loaded, onAll, onDone }: Props<Row>) {
  const m = useMessages(listMessages);
  const [busy, setBusy] = useState<string>();
  const [asking, setAsking] = useState<string>();
  const [error, setError] = useState<unknown>();
  const tooMany = rows.length > mostAtOnce;
  const start = async (act: BulkAct<Row>) => {
    setError(undefined);
    if (!act.run) return setAsking(act.key);
    setBusy(act.key);
    try {
      await act.run(rows);
      onDone();
    } catch (refused) {
      setError(refused);
    }
    setBusy(undefined);
  };
  const asked = acts.find((act) => act.key === asking);
  return (
    <>
      <div role="toolbar" aria-label={m.selected(rows.length)} className={styles.bulk}>
        <RefusalAlert error={error} />
        <div className={styles.count}>
          <strong>{m.selected(rows.length)}</strong>
          {tooMany && <span className={styles.tooMany}>{m.tooMany(mostAtOnce)}</span>}
          {rows.length < loaded && (
            <Button type="link" size="small" onClick={onAll}>
              {m.allLoaded(loaded)}
            </Button>
          )}
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            title={m.unselect}
            aria-label={m.unselect}
            onClick={onDone}
          />
        </div>
        {acts.map((act) => (
          <Button
            key={act.key}
            icon={act.icon}
            loading={busy === act.key}
            disabled={tooMany || (busy !== undefined && busy !== act.key)}
            onClick={() => void start(act)}
          >
            {act.label}
          </Button>
        ))}
      </div>
      {asked?.form?.({ rows, onDone, onClose: () => setAsking(undefined) })}
    </>
  );
}
