import styles from '#deals/facts/RatingSteps.module.css';

type Props = {
  label: string;
  /** The best mark; the worst is 0. */
  top: number;
  value: number | undefined;
  /** A rival's marks are grey beside ours. */
  of?: 'rival';
  readOnly: boolean;
  /** null: the mark is taken back, by a second press. */
  onRate: (rating: number | null) => void;
};

/** A mark from 0 to the best, all of them in reach. */
export function RatingSteps({ label, top, value, of, readOnly, onRate }: Props) {
  return (
    <span role="group" aria-label={label} className={styles.steps} data-of={of}>
      {Array.from({ length: top + 1 }, (_, rating) => (
        <button
          key={rating}
          type="button"
          disabled={readOnly}
          aria-pressed={value === rating}
          data-below={rating < (value ?? -1) || undefined}
          onClick={() => onRate(value === rating ? null : rating)}
        >
          {rating}
        </button>
      ))}
    </span>
  );
}
