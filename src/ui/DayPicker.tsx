import type { Day } from '#shared/day.ts';
import { dayMessages } from '#ui/day.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
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

const Calendar = onDemand(
  async () => (await import('#ui/DayCalendar.tsx')).DayCalendar,
  <span className={styles.field} />,
);

/** A calendar day, as 'YYYY-MM-DD'. A phone uses its own wheel; the desk's calendar is fetched when first shown. */
export function DayPicker(props: DayPickerProps) {
  const m = useMessages(dayMessages);
  const isPhone = useIsPhone();
  if (!isPhone) return <Calendar placeholder={m.pickDay} {...props} />;
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
