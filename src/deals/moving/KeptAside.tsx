import { evidenceAside } from '#deals/page/deal-optimistic.ts';
import { EvidenceList } from '#deals/gate/EvidenceList.tsx';
import { movingMessages } from '#deals/moving/moving.messages.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { useMessages } from '#ui/lang.tsx';
import styles from '#deals/moving/KeptAside.module.css';

/** Evidence whose check the deal's present method does not have: to be read, corrected and taken back all the same. */
export function KeptAside() {
  const m = useMessages(movingMessages);
  const { view } = useDeal();
  const evidence = evidenceAside(view.page);
  if (evidence.length === 0) return null;
  return (
    <details className={styles.aside}>
      <summary>
        {m.keptAside} <span>{evidence.length}</span>
      </summary>
      <p>{m.keptAsideLead}</p>
      <EvidenceList evidence={evidence} />
    </details>
  );
}
