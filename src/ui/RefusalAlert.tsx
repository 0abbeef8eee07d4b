import { ExclamationCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useMessages } from '#ui/lang.tsx';
import { failureMessages, issuesOf, wordsOf } from '#ui/refused.tsx';
import { shellMessages } from '#ui/shell/shell.messages.ts';
import styles from '#ui/RefusalAlert.module.css';

type Props = {
  error: unknown;
  /** Offers to try again. */
  onRetry?: () => void;
  /** What to do about it, beside the words: a link, a button. */
  act?: ReactNode;
  /** List every fault of the input; forms that mark their fields leave it out. */
  issues?: boolean;
};

/** What happened, why, and what to do — in the reader's language. Nothing when there is no error. */
export function RefusalAlert({ error, onRetry, act, issues }: Props) {
  const failures = useMessages(failureMessages);
  const m = useMessages(shellMessages);
  if (error === null || error === undefined) return null;
  return (
    <div role="alert" className={styles.alert}>
      <ExclamationCircleFilled aria-hidden="true" />
      <div className={styles.words}>
        {wordsOf(error, failures)}
        {issues && (
          <ul>
            {issuesOf(error).map((issue) => (
              <li key={`${issue.path.join('.')}:${issue.message}`}>{issue.message}</li>
            ))}
          </ul>
        )}
      </div>
      {act}
      {onRetry && (
        <button type="button" onClick={onRetry}>
          {m.retry}
        </button>
      )}
    </div>
  );
}
