import { Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { ForesightSums } from '#deals/moving/ForesightSums.tsx';
import { ForesightTable } from '#deals/moving/ForesightTable.tsx';
import { movingMessages } from '#deals/moving/moving.messages.ts';
import { movingClient } from '#deals/moving/moving.queries.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import styles from '#deals/moving/Foresight.module.css';

/** A draft tried on every open deal of its playbook: where they would stand, and why. Made to be embedded. */
export function SimulationPanel({ playbookId, source }: { playbookId: string; source: string }) {
  const m = useMessages(movingMessages);
  const { data, error, isPending, variables, mutate } = useMutation({
    mutationFn: (draft: string) => movingClient.simulate({ id: playbookId, source: draft }),
  });
  return (
    <section className={styles.panel} aria-label={m.simulateDraft}>
      <div className={styles.act}>
        <Button type="primary" loading={isPending} disabled={source.trim() === ''} onClick={() => mutate(source)}>
          {data ? m.simulateAgain : m.simulate}
        </Button>
        <span className={styles.lead} role="status">
          {isPending ? m.simulating : !data ? m.simulateHint : variables === source ? '' : m.outdated}
        </span>
      </div>
      <RefusalAlert error={error} />
      {data && (
        <>
          <ForesightSums foresight={data} />
          <ForesightTable foresight={data} stale={isPending || variables !== source} />
          {data.more > 0 && <p className={styles.lead}>{m.moreAffected(data.more)}</p>}
        </>
      )}
    </section>
  );
}
