import { CheckCircleFilled } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { todayMessages } from '#today/today.messages.ts';
import styles from '#today/FirstSteps.module.css';
import type { Today } from '#today/today.ts';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';

const places = { account: '/accounts?new=1', deal: '/deals?new=1', evidence: '/deals' };

/** How to begin, in three steps; each is ticked off by doing it. */
export function FirstSteps({ steps }: { steps: NonNullable<Today['steps']> }) {
  const m = useMessages(todayMessages);
  const order = ['account', 'deal', 'evidence'] as const;
  const next = order.find((step) => !steps[step]);
  return (
    <SectionCard title={m.stepsTitle}>
      <p className={styles.hint}>{m.stepsHint}</p>
      <ol className={styles.steps}>
        {order.map((step, at) => (
          <li
            key={step}
            className={styles.step}
            data-done={steps[step] || undefined}
            data-next={step === next || undefined}
          >
            <span className={styles.mark}>{steps[step] ? <CheckCircleFilled aria-label={m.stepDone} /> : at + 1}</span>
            <strong>{m.steps[step].title}</strong>
            <span className={styles.hint}>{m.steps[step].hint}</span>
            {step === next && (
              <Link to={places[step]} className={styles.act}>
                {m.steps[step].act}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </SectionCard>
  );
}
