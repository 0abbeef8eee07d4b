import { QuickTask } from '#today/QuickTask.tsx';
import { TodayTask } from '#today/TodayTask.tsx';
import { todayMessages } from '#today/today.messages.ts';
import styles from '#today/Today.module.css';
import type { Today } from '#today/today.ts';
import { urgencyOf } from '#tasks/task.ts';
import type { Day } from '#shared/day.ts';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan } from '#ui/session.tsx';

/** What I am to do: overdue, today, within a week. */
export function TaskSection({ tasks, today }: { tasks: Today['tasks']; today: Day }) {
  const m = useMessages(todayMessages);
  const can = useCan();
  const groups = [
    { title: m.overdue, of: 'overdue' },
    { title: m.dueToday, of: 'today' },
    { title: m.soon, of: 'later' },
  ] as const;
  const shown = groups
    .map((group) => ({ ...group, lines: tasks.lines.filter((task) => urgencyOf(task.dueOn, today) === group.of) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <SectionCard flush title={m.tasks} note={tasks.lines.length || undefined}>
      {can('task.write') && <QuickTask today={today} />}
      {shown.map(({ of, title, lines }) => (
        <div key={of} role="group" aria-label={title}>
          <div className={styles.group} data-late={of === 'overdue' || undefined}>
            {title} · {lines.length}
          </div>
          <ul>
            {lines.map((task) => (
              <TodayTask key={task.id} task={task} today={today} />
            ))}
          </ul>
        </div>
      ))}
      {shown.length === 0 && <p className={styles.quiet}>{m.tasksEmpty}</p>}
      {tasks.later > 0 && <p className={styles.quiet}>{m.later(tasks.later < 100 ? String(tasks.later) : '99+')}</p>}
    </SectionCard>
  );
}
