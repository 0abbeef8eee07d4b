import styles from '#reviews/Review.module.css';
import type { TalkReason } from '#reviews/need-to-talk.ts';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { Tag } from '#ui/Tag.tsx';

const tones = {
  unanswered: 'bad',
  slipping: 'bad',
  stuck: 'warn',
  nearlyOpen: 'good',
  mistaken: 'bad',
  overridden: 'warn',
  big: 'accent',
} as const satisfies { [R in TalkReason]: string };

/** Why a deal should be talked about. */
export function Reasons({ reasons }: { reasons: readonly TalkReason[] }) {
  const { reasons: m } = useMessages(reviewMessages);
  if (reasons.length === 0) return null;
  return (
    <span className={styles.reasons}>
      {reasons.map((reason) => (
        <Tag key={reason} tone={tones[reason]}>
          {m[reason]}
        </Tag>
      ))}
    </span>
  );
}
