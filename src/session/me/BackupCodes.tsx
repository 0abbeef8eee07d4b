import { Button } from 'antd';
import { meMessages } from '#session/me/me.messages.ts';
import { CopyOnce } from '#ui/CopyOnce.tsx';
import { useMessages } from '#ui/lang.tsx';
import styles from '#session/me/Me.module.css';

/** Shown this once. */
export function BackupCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const m = useMessages(meMessages);
  return (
    <div className={styles.form}>
      <p className={styles.hint}>
        <strong>{m.codes}</strong>
        <br />
        {m.codesHint}
      </p>
      <CopyOnce text={codes.join('\n')} label={m.copyCodes} copied={m.copied} />
      <div className={styles.acts}>
        <Button onClick={onDone}>{m.stored}</Button>
      </div>
    </div>
  );
}
