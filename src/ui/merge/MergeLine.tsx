import type { MergeLine as Line, Side } from '#platform/merge.ts';
import { useMessages } from '#ui/lang.tsx';
import { mergeMessages } from '#ui/merge/merge.messages.ts';
import styles from '#ui/merge/Merge.module.css';

/** One field on both sides; where they differ, a choice. */
export function MergeLine({ line, onChoose }: { line: Line; onChoose: (side: Side) => void }) {
  const m = useMessages(mergeMessages);
  if (!line.differs) {
    return (
      <div className={styles.line} data-same>
        <span className={styles.label}>{line.label}</span>
        <span className={styles.both}>{line.winner || m.empty}</span>
      </div>
    );
  }
  const side = (which: Side) => (
    <label className={styles.side} data-chosen={line.side === which || undefined}>
      <input type="radio" name={line.field} checked={line.side === which} onChange={() => onChoose(which)} />
      <span>{line[which] || <i>{m.empty}</i>}</span>
    </label>
  );
  return (
    <fieldset className={styles.line}>
      <legend className={styles.label}>{line.label}</legend>
      {side('winner')}
      {side('loser')}
    </fieldset>
  );
}
