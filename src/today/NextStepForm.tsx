import { Button, Input } from 'antd';
import { useState } from 'react';
import { nextDays } from '#today/next-days.ts';
import { taskClient } from '#today/today.queries.tsx';
import { todayMessages } from '#today/today.messages.ts';
import styles from '#today/Today.module.css';
import { useToldChange } from '#today/useToldChange.tsx';
import { addDays, type Day } from '#shared/day.ts';
import { dayWords } from '#ui/day-words.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { useToday } from '#ui/session.tsx';

type Props = {
  dealId: string;
  /** Whose task it becomes; absent: mine. */
  ownerId?: string | undefined;
  onClose: () => void;
};

/** An act and a day, without leaving the page. */
export function NextStepForm({ dealId, ownerId, onClose }: Props) {
  const m = useMessages(todayMessages);
  const lang = useLang();
  const today = useToday();
  const change = useToldChange();
  const [title, setTitle] = useState('');
  const [day, setDay] = useState<Day>(addDays(today, 1));
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (!title.trim()) return;
    setBusy(true);
    const about = { subjectKind: 'deal', subjectId: dealId } as const;
    const kept = await change({
      send: () => taskClient.create({ title: title.trim(), dueOn: day, ownerId, ...about }),
      told: m.planned,
    });
    setBusy(false);
    if (kept) onClose();
  };
  const days = [{ key: 'today' as const, day: today }, ...nextDays(today)];
  return (
    <form
      className={styles.plan}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Input
        // The reader has just asked for it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={title}
        maxLength={300}
        aria-label={m.nextWhat}
        placeholder={m.nextHint}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <div className={styles.days} role="radiogroup" aria-label={m.dueDay}>
        {days.map((one) => (
          <button
            key={one.key}
            type="button"
            role="radio"
            aria-checked={one.day === day}
            title={dayWords(one.day, today, lang)}
            onClick={() => setDay(one.day)}
          >
            {m[one.key]}
          </button>
        ))}
        <span className={styles.planEnd}>
          <Button size="small" type="text" onClick={onClose}>
            {m.cancel}
          </Button>
          <Button size="small" type="primary" htmlType="submit" loading={busy} disabled={!title.trim()}>
            {m.save}
          </Button>
        </span>
      </div>
    </form>
  );
}
