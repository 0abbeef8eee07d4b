import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { giftMessages } from '#compliance/gifts/gifts.messages.ts';
import { giftClient, gifts } from '#compliance/gifts/gifts.queries.tsx';
import styles from '#compliance/gifts/Gifts.module.css';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { toast } from '#ui/toast.tsx';

/** Takes an entry back, with a reason; it stays in the register. */
export function VoidForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { voiding: m, page, decide } = useMessages(giftMessages);
  const queries = useQueryClient();
  const field = useId();
  const [reason, setReason] = useState('');
  const [lacking, setLacking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async () => {
    setLacking(reason.trim().length < 2);
    if (reason.trim().length < 2) return;
    setBusy(true);
    setError(undefined);
    try {
      await giftClient.void({ id, reason: reason.trim() });
      toast(m.done);
      await queries.invalidateQueries({ queryKey: gifts.key() });
      onClose();
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  return (
    <SectionCard title={page.void}>
      <div className={styles.decide}>
        <p className={styles.soft}>{page.voidLead}</p>
        <label htmlFor={field}>{m.reason}</label>
        <textarea
          id={field}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        {lacking && (
          <p role="alert" className={styles.lacking}>
            {decide.reasonNeeded}
          </p>
        )}
        <RefusalAlert error={error} issues />
        <div className={styles.acts}>
          <Button danger loading={busy} onClick={() => void send()}>
            {m.send}
          </Button>
          <Button onClick={onClose}>{m.cancel}</Button>
        </div>
      </div>
    </SectionCard>
  );
}
