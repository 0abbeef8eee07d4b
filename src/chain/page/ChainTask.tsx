import { CheckSquareOutlined, PlusSquareOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useChain } from '#chain/page/chain-context.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { deals, taskClient, tasks } from '#deals/deals.queries.tsx';
import { addDays } from '#shared/day.ts';
import { DayText } from '#ui/DayText.tsx';
import { useMessages } from '#ui/lang.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { useCan } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#deals/gate/MakeTask.module.css';

/** Days that an act on the chain is given; it is moved in the list of tasks. */
const DUE_IN_DAYS = 7;

/** What is already on somebody's list for this map's deal or account. */
export function useChainTasks() {
  const { subject } = useChain();
  const input = { subjectKind: subject.kind, subjectId: subject.id, limit: 200 } as const;
  return useQuery(tasks.list.queryOptions({ input })).data?.rows;
}

/** One tap puts an act on a list with its day; once it is there, whose it is and when it is due. */
export function ChainTask({ title }: { title: string }) {
  const m = useMessages(personMessages);
  const failures = useMessages(failureMessages);
  const can = useCan();
  const queries = useQueryClient();
  const { subject, today, readOnly } = useChain();
  const [busy, setBusy] = useState(false);
  const name = title.slice(0, 300);
  const known = useChainTasks()?.find((task) => task.title === name);
  if (known) {
    return (
      <span className={styles.made}>
        <CheckSquareOutlined aria-hidden="true" /> {m.taskMade(known.ownerName)} <DayText day={known.dueOn} due />
      </span>
    );
  }
  if (readOnly || !can('task.write')) return null;
  const again = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: tasks.key() }),
      queries.invalidateQueries({ queryKey: deals.list.key() }),
      queries.invalidateQueries({ queryKey: deals.board.key() }),
    ]);
  const make = async () => {
    setBusy(true);
    try {
      const dueOn = addDays(today, DUE_IN_DAYS);
      const task = await taskClient.create({ title: name, dueOn, subjectKind: subject.kind, subjectId: subject.id });
      toast(m.taskToast, {
        undo: () => void taskClient.finish({ id: task.id, version: task.version, done: true }).then(again),
      });
      await again();
    } catch (error) {
      toast(wordsOf(error, failures), { tone: 'bad' });
    }
    setBusy(false);
  };
  return (
    <button type="button" className={styles.make} disabled={busy} onClick={() => void make()}>
      <PlusSquareOutlined aria-hidden="true" /> {m.makeTask}
    </button>
  );
}
