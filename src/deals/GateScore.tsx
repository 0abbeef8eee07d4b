import { dealMessages } from '#deals/deals.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import styles from '#deals/GateScore.module.css';

/** ★ checks met, as small steps: full ones are met. */
export function GateScore({ met, total }: { met: number; total: number }) {
  const m = useMessages(dealMessages);
  const words = m.gateScore(met, total);
  return (
    <span className={styles.score} title={words}>
      <span className={styles.steps} aria-hidden="true">
        {Array.from({ length: total }, (_, at) => (
          <i key={`step-${String(at)}`} data-met={at < met || undefined} />
        ))}
      </span>
      <span aria-label={words}>
        ★{met}/{total}
      </span>
    </span>
  );
}
