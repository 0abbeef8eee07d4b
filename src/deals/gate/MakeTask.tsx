import { CheckSquareOutlined, PlusSquareOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NextAct } from '#method/next-act.ts';
import { deals, dealTasksQuery, taskClient, tasks } from '#deals/deals.queries.tsx';
import { gateMessages } from '#deals/gate/gate.messages.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import styles from '#deals/gate/MakeTask.module.css';
import { DayText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { useCan } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

/** One tap puts the next act on a list with its day; once it is there, whose it is and when it is due. */
export function MakeTask({ act, checkId }: { act: NextAct; checkId?: string }) {
  const m = useMessages(gateMessages);
  const failures = useMessages(failureMessages);
  const lang = useLang();
  const can = useCan();
  const queries = useQueryClient();
  const { view, past } = useDeal();
  const [busy, setBusy] = useState(false);
  const { id } = view.page.deal;
  const { data } = useQuery(dealTasksQuery(id));
  const title = act.act[lang].slice(0, 300);
  const known = data?.rows.find((task) => (checkId === undefined ? task.title === title : task.checkId === checkId));
  if (known) {
    return (
      <span className={styles.made}>
        <CheckSquareOutlined aria-hidden="true" /> {m.taskMade(known.ownerName)} <DayText day={known.dueOn} due />
      </span>
    );
  }
  if (past || !can('task.write')) return null;
  const make = async () => {
    setBusy(true);
    try {
      const task = await taskClient.create({ title, dueOn: act.by, subjectKind: 'deal', subjectId: id, checkId });
      toast(m.taskToast, {
        undo: () => void taskClient.finish({ id: task.id, version: task.version, done: true }).then(again),
      });
      await again();
    } catch (error) {
      toast(wordsOf(error, failures), { tone: 'bad' });
    }
    setBusy(false);
  };
  const again = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: tasks.key() }),
      queries.invalidateQueries({ queryKey: deals.list.key() }),
      queries.invalidateQueries({ queryKey: deals.board.key() }),
    ]);
  return (
    <button type="button" className={styles.make} disabled={busy} onClick={() => void make()}>
      <PlusSquareOutlined aria-hidden="true" /> {m.makeTask}
    </button>
  );
}
