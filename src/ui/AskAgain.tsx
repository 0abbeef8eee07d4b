import { Button } from 'antd';
import styles from '#ui/AskAgain.module.css';

type Props = {
  /** What it does to whom. */
  hint: string;
  keep: string;
  really: string;
  busy?: boolean;
  onKeep: () => void;
  onReally: () => void;
};

/** Asked once more, in its place, before what nobody can take back. */
export function AskAgain({ hint, keep, really, busy = false, onKeep, onReally }: Props) {
  return (
    <div className={styles.ask}>
      <span>{hint}</span>
      <Button onClick={onKeep}>{keep}</Button>
      <Button danger type="primary" loading={busy} onClick={onReally}>
        {really}
      </Button>
    </div>
  );
}
