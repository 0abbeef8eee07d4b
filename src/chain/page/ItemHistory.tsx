import { useItemHistory, FieldStep, GroundWords } from '#chain/page/AttributeHistory.tsx';
import { fieldName } from '#chain/item-words.ts';
import { personMessages } from '#chain/page/person.messages.ts';
import { InstantText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#chain/page/PersonSheet.module.css';

const silent: ReadonlySet<string> = new Set(['kind']);

/** Everything that ever changed about somebody on this map, newest first. */
export function ItemHistory({ id }: { id: string }) {
  const m = useMessages(personMessages);
  const lang = useLang();
  const { query, rows, by } = useItemHistory(id);
  if (query.isPending) return <SkeletonLines lines={4} />;
  if (query.error) return <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (rows.length === 0) return <p className={styles.quiet}>{m.noHistory}</p>;
  return (
    <ol className={styles.past}>
      {rows.map((row) => (
        <li key={`${row.layer} ${row.seq}`}>
          <span className={styles.meta}>
            {by(row.by)} · <InstantText at={row.at} /> · {m.layers[row.layer]}
          </span>
          {row.act !== 'changed' && <strong>{m.acts[row.act]}</strong>}
          {row.act !== 'removed' &&
            Object.keys(row.fields)
              .filter((field) => !silent.has(field))
              .map((field) => (
                <span key={field}>
                  {fieldName(field)[lang]} <FieldStep row={row} field={field} />
                </span>
              ))}
          <GroundWords row={row} />
        </li>
      ))}
    </ol>
  );
}
