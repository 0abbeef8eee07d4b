import { CheckOutlined } from '@ant-design/icons';
import { importMessages } from '#imports/imports.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import styles from '#imports/Steps.module.css';

/** Where in the wizard one is. */
export function Steps({ at }: { at: number }) {
  const { steps, stepNow } = useMessages(importMessages);
  const names = Object.values(steps);
  return (
    <ol className={styles.steps} aria-label={stepNow(names[at] ?? '', at + 1, names.length)}>
      {names.map((name, i) => (
        <li key={name} data-done={i < at || undefined} aria-current={i === at ? 'step' : undefined}>
          <span className={styles.dot} aria-hidden="true">
            {i < at ? <CheckOutlined /> : i + 1}
          </span>
          <span className={styles.name}>{name}</span>
        </li>
      ))}
    </ol>
  );
}
