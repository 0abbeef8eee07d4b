import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Hold } from '#compliance/erasure/erasure.ts';
import { personRightsMessages } from '#compliance/erasure/person-rights.messages.ts';
import { personRights, personRightsClient } from '#compliance/erasure/person-rights.queries.tsx';
import styles from '#compliance/erasure/Erasure.module.css';
import { ReasonForm } from '#ui/form/ReasonForm.tsx';
import { useMessages } from '#ui/lang.tsx';
import { isRefused } from '#ui/refused.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';

/** A hold by law, with its reason; while it stands nothing is erased. */
export function HoldCard({ id, hold }: { id: string; hold: Hold | null }) {
  const { hold: m } = useMessages(personRightsMessages).erase;
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>();
  const put = async (reason: string | null) => {
    setError(undefined);
    try {
      await personRightsClient.hold({ id, reason, standing: hold?.at ?? null });
    } catch (refused) {
      // What is shown next is what a colleague did; the words why stand over it.
      if (!isRefused(refused, 'person.holdChanged')) throw refused;
      setError(refused);
    }
    await queries.invalidateQueries({ queryKey: personRights.key() });
  };
  return (
    <SectionCard title={m.title}>
      <RefusalAlert error={error} issues />
      {hold ? (
        <div className={styles.form}>
          <p>{m.on(hold.byName, hold.reason)}</p>
          <p>{m.stands}</p>
          <div>
            <Button onClick={() => void put(null).catch(setError)}>{m.lift}</Button>
          </div>
        </div>
      ) : (
        <ReasonForm
          lead={m.none}
          label={m.reason}
          lacking={m.reasonNeeded}
          most={300}
          acts={[{ label: m.set, run: put }]}
        />
      )}
    </SectionCard>
  );
}
