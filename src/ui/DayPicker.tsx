import { lazy, Suspense } from 'react';
import type { Day } from '#shared/day.ts';
import { dayMessages } from '#ui/day.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import styles from '#ui/DayPicker.module.css';

export type DayPickerProps = {
  value?: Day | null;
  onChange?: (day: Day | null) => void;
  min?: Day;
  max?: Day;
  id?: string;
  disabled?: boolean;
  placeholder?: string;
  /** What it is called where no label stands beside it. */
  'aria-label'?: string;
};

const Calendar = lazy(async () => ({ default: (await import('#ui/DayCalendar.tsx')).DayCalendar }));

/** A calendar day, as 'YYYY-MM-DD'. A phone uses its own wheel; the desk's calendar is fetched when first shown. */
export function DayPicker(props: DayPickerProps) {
  const m = useMessages(dayMessages);
  const isPhone = useIsPhone();
  if (!isPhone) {
    return (
      <Suspense fallback={<span className={styles.field} />}>
        <Calendar placeholder={m.pickDay} {...props} />
      </Suspense>
    );
  }
  return (
    <input
      type="date"
      className={styles.field}
      id={props.id}
      aria-label={props['aria-label']}
      value={props.value ?? ''}
      min={props.min}
      max={props.max}
      disabled={props.disabled}
      onChange={(event) => props.onChange?.(event.target.value || null)}
    />
  );
}
