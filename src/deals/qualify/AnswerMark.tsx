import { qualifyMessages } from '#deals/qualify/qualify.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import styles from '#deals/qualify/Qualify.module.css';

const shapes = { yes: 'm4 9.5 3.5 3.5L14 5.5', no: 'M5 5l8 8M13 5l-8 8', unknown: '' };

/** Yes, no, unknown: a shape and a word, never a colour alone. */
export function AnswerMark({ answer }: { answer: 'yes' | 'no' | 'unknown' }) {
  const m = useMessages(qualifyMessages);
  return (
    <span className={styles.answer} data-answer={answer}>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        {answer === 'unknown' ? <circle cx="9" cy="9" r="6" strokeDasharray="2.4 2.3" /> : <path d={shapes[answer]} />}
      </svg>
      {m.answers[answer]}
    </span>
  );
}
