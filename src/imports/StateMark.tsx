import type { ImportState } from '#imports/import-record.ts';
import { stateWords } from '#imports/state-words.ts';
import { useText } from '#ui/lang.tsx';
import styles from '#imports/Import.module.css';

const tones: { [state in ImportState]: 'calm' | 'accent' | 'good' | 'warn' | 'bad' } = {
  uploading: 'calm',
  mapping: 'accent',
  checking: 'accent',
  checked: 'accent',
  running: 'accent',
  done: 'good',
  cancelled: 'warn',
  failed: 'bad',
  undoing: 'warn',
  undone: 'calm',
};

export function StateMark({ state }: { state: ImportState }) {
  const text = useText();
  return (
    <span className={styles.state} data-tone={tones[state]}>
      {text(stateWords[state])}
    </span>
  );
}
