import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { giftMessages } from '#compliance/gifts/gifts.messages.ts';
import { giftClient, gifts } from '#compliance/gifts/gifts.queries.tsx';
import styles from '#compliance/gifts/Gifts.module.css';
import { timeline } from '#timeline/Timeline.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { toast } from '#ui/toast.tsx';

/** Yes or no, with a reason. What is refused keeps the words. */
export function DecideForm({ id }: { id: string }) {
  const { decide: m } = useMessages(giftMessages);
  const queries = useQueryClient();
  const field = useId();
  const [reason, setReason] = useState('');
  const [lacking, setLacking] = useState(false);
  const [busy, setBusy] = useState<'approve' | 'refuse'>();
  const [error, setError] = useState<unknown>();
  const send = async (what: 'approve' | 'refuse') => {
    setLacking(reason.trim().length < 2);
    if (reason.trim().length < 2) return;
    setBusy(what);
    setError(undefined);
    try {
      await giftClient[what]({ id, reason: reason.trim() });
      toast(what === 'approve' ? m.approved : m.refused);
      await Promise.all([
        queries.invalidateQueries({ queryKey: gifts.key() }),
        queries.invalidateQueries({ queryKey: timeline.key() }),
      ]);
    } catch (refused) {
      setError(refused);
    }
    setBusy(undefined);
  };
  return (
    <div className={styles.decide}>
      <label htmlFor={field}>{m.reason}</label>
      <textarea
        id={field}
        rows={2}
        maxLength={500}
        placeholder={m.reasonHint}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {lacking && (
        <p role="alert" className={styles.lacking}>
          {m.reasonNeeded}
        </p>
      )}
      <RefusalAlert error={error} issues />
      <div className={styles.acts}>
        <Button type="primary" loading={busy === 'approve'} onClick={() => void send('approve')}>
          {m.approve}
        </Button>
        <Button danger loading={busy === 'refuse'} onClick={() => void send('refuse')}>
          {m.refuse}
        </Button>
      </div>
    </div>
  );
}
