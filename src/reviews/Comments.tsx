import { useState } from 'react';
import { useReview } from '#reviews/review-context.tsx';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import { reviewClient } from '#reviews/reviews.queries.tsx';
import type { ReviewItem } from '#reviews/review-page.ts';
import styles from '#reviews/SessionSide.module.css';
import { NoteEditor } from '#notes/NoteEditor.tsx';
import { InstantText } from '#ui/DayText.tsx';
import { useMessages } from '#ui/lang.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useSession } from '#ui/session.tsx';

/** Said about a deal before, during and after the session. */
export function Comments({ item }: { item: ReviewItem }) {
  const { comments: m } = useMessages(reviewMessages);
  const { page, refresh, send } = useReview();
  const me = useSession().user.id;
  const [round, setRound] = useState(0);
  const { id } = page.review;
  const write = async (body: string) => {
    await reviewClient.comment({ id, itemId: item.id, body });
    setRound(round + 1);
    await refresh();
  };
  return (
    <SectionCard title={m.title} note={item.comments.length || undefined}>
      <ul className={styles.comments}>
        {item.comments.map((comment) => (
          <li key={comment.id}>
            <span className={styles.facts}>
              <PersonText name={comment.authorName} />
              <InstantText at={comment.at} />
              {comment.authorId === me && page.may.write && (
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => void send(() => reviewClient.removeComment({ id, commentId: comment.id }))}
                >
                  {m.remove}
                </button>
              )}
            </span>
            <p className={styles.said}>{comment.body}</p>
          </li>
        ))}
      </ul>
      {page.may.write && <NoteEditor key={round} label={m.write} act={m.send} save={write} />}
    </SectionCard>
  );
}
