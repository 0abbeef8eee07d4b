import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { Hold } from '#compliance/erasure/erasure.ts';
import { personRightsMessages } from '#compliance/erasure/person-rights.messages.ts';
import { personRights, personRightsClient } from '#compliance/erasure/person-rights.queries.tsx';
import styles from '#compliance/erasure/Erasure.module.css';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';

/** A hold by law, with its reason; while it stands nothing is erased. */
export function HoldCard({ id, hold }: { id: string; hold: Hold | null }) {
  const { hold: m } = useMessages(personRightsMessages).erase;
  const queries = useQueryClient();
  const field = useId();
  const [reason, setReason] = useState('');
  const [lacking, setLacking] = useState(false);
  const [error, setError] = useState<unknown>();
  const put = async (to: string | null) => {
    setLacking(to !== null && to.length < 2);
    if (to !== null && to.length < 2) return;
    setError(undefined);
    try {
      await personRightsClient.hold({ id, reason: to });
      setReason('');
      await queries.invalidateQueries({ queryKey: personRights.key() });
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <SectionCard title={m.title}>
      <div className={styles.form}>
        {hold ? <p>{m.on(hold.byName, hold.reason)}</p> : <p className={styles.soft}>{m.none}</p>}
        {!hold && (
          <>
            <label htmlFor={field}>{m.reason}</label>
            <input id={field} maxLength={300} value={reason} onChange={({ target }) => setReason(target.value)} />
          </>
        )}
        {lacking && (
          <p role="alert" className={styles.lacking}>
            {m.reasonNeeded}
          </p>
        )}
        <RefusalAlert error={error} issues />
        <div>
          {hold ? (
            <Button onClick={() => void put(null)}>{m.lift}</Button>
          ) : (
            <Button onClick={() => void put(reason.trim())}>{m.set}</Button>
          )}
        </div>
      </div>
    </SectionCard>
  );
}
