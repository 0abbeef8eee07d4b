import { DealLineItem } from '#today/DealLineItem.tsx';
import { todayMessages } from '#today/today.messages.ts';
import styles from '#today/Today.module.css';
import type { Reason, Section } from '#today/today.ts';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';

/** My deals that ask for me for one reason. */
export function DealSection({ reason, section }: { reason: Reason; section: Section }) {
  const m = useMessages(todayMessages);
  const { lines, more } = section;
  return (
    <SectionCard
      flush
      title={m.sections[reason]}
      note={more > 0 ? m.shownOf(lines.length, lines.length + more) : lines.length}
    >
      <p className={styles.hint}>{m.hints[reason]}</p>
      <ul>
        {lines.map((line) => (
          <DealLineItem key={line.id} line={line} reason={reason} />
        ))}
      </ul>
    </SectionCard>
  );
}
