import { useReview } from '#reviews/review-context.tsx';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import styles from '#reviews/SessionSide.module.css';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';

/** What came of it all, for those to whom it may be told. */
export function Minutes() {
  const { page: m } = useMessages(reviewMessages);
  const { summary } = useReview().page.review;
  if (summary === null) return null;
  return (
    <SectionCard title={m.summary}>
      <p className={summary ? styles.said : styles.quiet}>{summary || m.noSummary}</p>
    </SectionCard>
  );
}
