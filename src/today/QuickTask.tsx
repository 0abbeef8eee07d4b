import { PlusOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { taskClient } from '#today/today.queries.tsx';
import { todayMessages } from '#today/today.messages.ts';
import styles from '#today/Today.module.css';
import { useToldChange } from '#today/useToldChange.tsx';
import type { Day } from '#shared/day.ts';
import { useMessages } from '#ui/lang.tsx';

/** One line, Enter: due today, to be put off like any other. */
export function QuickTask({ today }: { today: Day }) {
  const m = useMessages(todayMessages);
  const change = useToldChange();
  const navigate = useNavigate();
  const search: Record<string, string> = useSearch({ strict: false });
  const input = useRef<HTMLInputElement>(null);
  const [title, setTitle] = useState('');
  const asked = search['new'] === 'task';
  useEffect(() => {
    if (!asked) return;
    input.current?.focus();
    void navigate({ to: '.', replace: true, search: {} });
  }, [asked, navigate]);
  const keep = async () => {
    const text = title.trim();
    if (!text) return;
    setTitle('');
    const kept = await change({ send: () => taskClient.create({ title: text, dueOn: today }), told: m.added });
    if (!kept) setTitle(text);
  };
  return (
    <form
      className={styles.quick}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <PlusOutlined aria-hidden="true" />
      <input
        ref={input}
        value={title}
        maxLength={300}
        aria-label={m.quickTask}
        placeholder={m.quickTask}
        enterKeyHint="done"
        onChange={(event) => setTitle(event.target.value)}
      />
    </form>
  );
}
