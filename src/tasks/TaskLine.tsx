import { Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ShownTask } from '#tasks/TaskForm.tsx';
import { taskMessages } from '#tasks/tasks.messages.ts';
import { DayText } from '#ui/DayText.tsx';
import { spoken, useMessages } from '#ui/lang.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import styles from '#tasks/Tasks.module.css';

type Props = {
  task: ShownTask;
  /** Absent: only to be read. */
  onDone?: (done: boolean) => Promise<void>;
  onOpen?: () => void;
  /** Below the title: what it is about. */
  about?: ReactNode;
};

/** One task: tick it off, open it, see whose and by when. */
export function TaskLine({ task, onDone, onOpen, about }: Props) {
  const m = useMessages(taskMessages);
  // Ticked at once; what the server says counts as soon as it has answered.
  const [ticked, setTicked] = useState<boolean>();
  const done = ticked ?? task.doneAt !== null;
  const tick = (isDone: boolean) => {
    setTicked(isDone);
    void onDone?.(isDone).finally(() => setTicked(undefined));
  };
  return (
    <li className={styles.line} data-done={done || undefined}>
      <Checkbox
        aria-label={spoken(done ? m.reopen : m.done, task.title)}
        checked={done}
        disabled={!onDone}
        onChange={(event) => tick(event.target.checked)}
      />
      <div className={styles.words}>
        {onOpen ? (
          <button type="button" className={styles.title} onClick={onOpen}>
            {task.title}
          </button>
        ) : (
          <span className={styles.title}>{task.title}</span>
        )}
        {about && <div className={styles.about}>{about}</div>}
      </div>
      <span className={styles.when}>{task.dueOn && <DayText day={task.dueOn} due={!done} />}</span>
      <PersonText name={task.ownerName} />
    </li>
  );
}
