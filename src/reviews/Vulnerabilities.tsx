import type { ActDraft } from '#reviews/ActForm.tsx';
import { PointLine } from '#reviews/PointLine.tsx';
import { AddLine } from '#reviews/Questions.tsx';
import { useReview } from '#reviews/review-context.tsx';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import { reviewClient } from '#reviews/reviews.queries.tsx';
import type { ReviewItem } from '#reviews/review-page.ts';
import styles from '#reviews/SessionSide.module.css';
import { vulnerabilityTones } from '#reviews/state-tones.ts';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { Tag } from '#ui/Tag.tsx';

/** What could lose the deal, each with what is done against it. */
export function Vulnerabilities({ item, onGive }: { item: ReviewItem; onGive: (draft: ActDraft) => void }) {
  const m = useMessages(reviewMessages);
  const { page, send, writable } = useReview();
  const points = item.points.filter(({ kind }) => kind === 'vulnerability');
  const add = (text: string) =>
    send(() => reviewClient.addPoint({ id: page.review.id, itemId: item.id, kind: 'vulnerability', text }));
  return (
    <SectionCard title={m.session.vulnerabilities} note={points.length || undefined}>
      {points.length === 0 && <p className={styles.quiet}>{m.session.noVulnerability}</p>}
      <ul className={styles.lines}>
        {points.map((point) => (
          <PointLine key={point.id} point={point}>
            {point.state && <Tag tone={vulnerabilityTones[point.state]}>{m.last.vulnerabilityStates[point.state]}</Tag>}
            {writable && (
              <button type="button" className={styles.link} onClick={() => onGive({ pointId: point.id })}>
                {m.session.counter}
              </button>
            )}
          </PointLine>
        ))}
      </ul>
      {writable && <AddLine hint={m.session.vulnerabilityHint} label={m.session.note} onAdd={add} />}
    </SectionCard>
  );
}
