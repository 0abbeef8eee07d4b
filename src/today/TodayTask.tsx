import { ClockCircleOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { nextDays } from '#today/next-days.ts';
import { taskClient } from '#today/today.queries.tsx';
import { todayMessages } from '#today/today.messages.ts';
import styles from '#today/Today.module.css';
import type { Today } from '#today/today.ts';
import { useToldChange } from '#today/useToldChange.tsx';
import type { Day } from '#shared/day.ts';
import { dayWords } from '#ui/day-words.ts';
import { DayText } from '#ui/DayText.tsx';
import { spoken, useLang, useMessages } from '#ui/lang.tsx';
import { MenuButton } from '#ui/MenuButton.tsx';
import { useCan } from '#ui/session.tsx';

type Task = Today['tasks']['lines'][number];

const folders = { account: 'accounts', contact: 'contacts', deal: 'deals' };

/** Ticked off where it stands; put off by a tap. */
export function TodayTask({ task, today }: { task: Task; today: Day }) {
  const m = useMessages(todayMessages);
  const lang = useLang();
  const can = useCan();
  const change = useToldChange();
  const { id, version, title, dueOn } = task;
  const without = (now: Today): Today => ({
    ...now,
    tasks: { ...now.tasks, lines: now.tasks.lines.filter((one) => one.id !== id) },
  });
  const finish = () =>
    change({
      show: without,
      send: () => taskClient.finish({ id, version, done: true }),
      told: m.done(title),
      undo: () => taskClient.finish({ id, version: version + 1, done: false }),
    });
  const moveTo = (day: Day) =>
    change({
      show: (now) => ({
        ...now,
        tasks: {
          ...now.tasks,
          lines: now.tasks.lines
            .map((one) => (one.id === id ? { ...one, dueOn: day } : one))
            .toSorted((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1)),
        },
      }),
      send: () => taskClient.update({ id, version, dueOn: day }),
      told: m.postponed(dayWords(day, today, lang)),
      undo: () => taskClient.update({ id, version: version + 1, dueOn }),
    });
  const about = task.subjectKind && task.subjectId && task.subjectName;
  const to = about ? `/${folders[task.subjectKind!]}/${task.subjectId}` : undefined;
  const check = task.subjectKind === 'deal' && task.checkId ? `?tab=gate&check=${task.checkId}` : '';
  return (
    <li className={styles.task}>
      <input
        type="checkbox"
        className={styles.tick}
        checked={false}
        disabled={!can('task.write')}
        aria-label={m.finish(title)}
        onChange={() => void finish()}
      />
      <div className={styles.words}>
        <span className={styles.title}>{title}</span>
        {to && (
          <Link to={to + check} className={styles.about}>
            {task.subjectName}
          </Link>
        )}
        {task.reviewId && (
          <Link to={`/reviews/${task.reviewId}`} className={styles.about}>
            {m.fromReview}
          </Link>
        )}
      </div>
      <span className={styles.when}>
        <DayText day={dueOn} due />
      </span>
      {can('task.write') && (
        <MenuButton
          label={spoken(m.postpone, title)}
          button={<ClockCircleOutlined title={m.postpone} />}
          groups={[
            {
              title: m.postpone,
              items: nextDays(today).map(({ key, day }) => ({
                key,
                label: (
                  <span className={styles.choice}>
                    {m[key]} <small>{dayWords(day, today, lang)}</small>
                  </span>
                ),
                run: () => void moveTo(day),
              })),
            },
          ]}
        />
      )}
    </li>
  );
}
