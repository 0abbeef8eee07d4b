import { CloseOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useReview } from '#reviews/review-context.tsx';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import { reviewClient } from '#reviews/reviews.queries.tsx';
import type { ReviewPoint } from '#reviews/review-page.ts';
import styles from '#reviews/SessionSide.module.css';
import { useMessages } from '#ui/lang.tsx';

type Props = {
  point: ReviewPoint;
  /** It takes an answer. */
  answered?: boolean;
  /** Beside its words. */
  children?: ReactNode;
};

/** A question with its answer, or a vulnerability. */
export function PointLine({ point, answered, children }: Props) {
  const { session: m } = useMessages(reviewMessages);
  const { page, send, writable } = useReview();
  const [typed, setTyped] = useState<string>();
  const at = { id: page.review.id, pointId: point.id, version: point.version };
  const answer = typed ?? point.answer;
  const keep = async () => {
    if (typed === undefined || typed === point.answer) return;
    if (await send(() => reviewClient.changePoint({ ...at, answer: typed }))) setTyped(undefined);
  };
  return (
    <li>
      <span className={styles.point}>
        <span className={styles.words}>{point.text}</span>
        {children}
        {writable && (
          <button
            type="button"
            className={styles.remove}
            aria-label={m.remove(point.text)}
            title={m.remove(point.text)}
            onClick={() => void send(() => reviewClient.removePoint(at))}
          >
            <CloseOutlined aria-hidden="true" />
          </button>
        )}
      </span>
      {answered && writable && (
        <Input
          size="small"
          aria-label={m.answerOf(point.text)}
          placeholder={m.answer}
          maxLength={4000}
          value={answer}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={() => void keep()}
          onBlur={() => void keep()}
        />
      )}
      {answered && !writable && point.answer && <p className={styles.said}>{point.answer}</p>}
    </li>
  );
}
