import { Link } from '@tanstack/react-router';
import { DealLineItem } from '#today/DealLineItem.tsx';
import { todayMessages } from '#today/today.messages.ts';
import styles from '#today/Today.module.css';
import type { Today } from '#today/today.ts';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';

/** What a manager should look at among her people's deals. */
export function TeamSection({ team }: { team: NonNullable<Today['team']> }) {
  const m = useMessages(todayMessages);
  const groups = (['overridden', 'stuck'] as const).filter((reason) => team[reason].length > 0);
  return (
    <SectionCard flush title={m.team} acts={<Link to="/reviews?new=1">{m.review}</Link>}>
      <p className={styles.hint}>{groups.length > 0 ? m.teamHint : m.teamEmpty}</p>
      {groups.map((reason) => (
        <div key={reason} role="group" aria-label={m.sections[reason]}>
          <div className={styles.group}>{m.sections[reason]}</div>
          <ul>
            {team[reason].map((line) => (
              <DealLineItem key={line.id} line={line} reason={reason} others />
            ))}
          </ul>
        </div>
      ))}
    </SectionCard>
  );
}
