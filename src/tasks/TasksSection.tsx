import { PlusOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ShownTask } from '#tasks/TaskForm.tsx';
import { TaskLine } from '#tasks/TaskLine.tsx';
import { taskMessages } from '#tasks/tasks.messages.ts';
import { taskClient, tasks } from '#tasks/tasks.queries.tsx';
import type { Subject } from '#platform/subject.ts';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan } from '#ui/session.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#tasks/Tasks.module.css';

const TaskForm = onDemand(async () => (await import('#tasks/TaskForm.tsx')).TaskForm);

/** What is to be done about a record, first due first; what is done on asking. */
export function TasksSection({ subject }: { subject: Subject }) {
  useFetchSoon(TaskForm);
  const m = useMessages(taskMessages);
  const failures = useMessages(failureMessages);
  const can = useCan();
  const queries = useQueryClient();
  const [form, setForm] = useState<{ task?: ShownTask }>();
  const [finished, setFinished] = useState(false);
  const input = { subjectKind: subject.kind, subjectId: subject.id, limit: 100 };
  const open = useQuery(tasks.list.queryOptions({ input }));
  const done = useQuery(tasks.list.queryOptions({ input: { ...input, done: true }, enabled: finished }));
  const refresh = () => queries.invalidateQueries();
  const finish = async (task: ShownTask, isDone: boolean) => {
    try {
      const after = await taskClient.finish({ id: task.id, version: task.version, done: isDone });
      const undo = () => void finish(after, !isDone);
      if (isDone) toast(m.finished(task.title), { undo });
    } catch (refused) {
      toast(wordsOf(refused, failures), { tone: 'bad' });
    }
    await refresh();
  };
  const write = can('task.write');
  const line = (task: ShownTask) => (
    <TaskLine
      key={task.id}
      task={task}
      onDone={write ? (isDone) => finish(task, isDone) : undefined}
      onOpen={write ? () => setForm({ task }) : undefined}
      about={task.reviewId && <Link to={`/reviews/${task.reviewId}`}>{m.fromReview}</Link>}
    />
  );
  const rows = open.data?.rows ?? [];
  return (
    <SectionCard
      title={m.title}
      note={rows.length || undefined}
      acts={
        write && (
          <Button type="text" icon={<PlusOutlined />} onClick={() => setForm({})}>
            {m.add}
          </Button>
        )
      }
    >
      <RefusalAlert error={open.error} onRetry={() => void open.refetch()} />
      {open.isPending && <SkeletonLines lines={2} />}
      {open.isSuccess && rows.length === 0 && <p className={styles.empty}>{m.empty}</p>}
      <ul className={styles.list}>{rows.map(line)}</ul>
      <div className={styles.finished}>
        <Button type="link" size="small" onClick={() => setFinished(!finished)}>
          {finished ? m.hideFinished : m.showFinished}
        </Button>
        {finished && <ul className={styles.list}>{done.data?.rows.map(line)}</ul>}
      </div>
      {form && (
        <TaskForm
          task={form.task}
          subject={subject}
          onSaved={() => void refresh()}
          onClose={() => setForm(undefined)}
        />
      )}
    </SectionCard>
  );
}
