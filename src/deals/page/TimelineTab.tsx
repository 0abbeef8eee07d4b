import { Timeline } from '#timeline/Timeline.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { addDays } from '#shared/day.ts';
import { DayPicker } from '#ui/DayPicker.tsx';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useToday } from '#ui/session.tsx';
import styles from '#deals/page/RecordsTab.module.css';

/** 时间线: everything that happened; a day chosen here shows the whole deal as it was then. */
export function TimelineTab({ onDay }: { onDay: (at: string) => void }) {
  const m = useMessages(pageMessages);
  const today = useToday();
  const { view, past } = useDeal();
  return (
    <SectionCard
      title={m.tabs.timeline}
      acts={
        !past && (
          <span className={styles.day}>
            <span>{m.asOf}</span>
            <span>
              <DayPicker
                aria-label={m.asOf}
                max={addDays(today, -1)}
                onChange={(day) => day && onDay(new Date(`${addDays(day, 1)}T00:00:00`).toISOString())}
              />
            </span>
          </span>
        )
      }
    >
      <Timeline subject={{ kind: 'deal', id: view.page.deal.id }} />
    </SectionCard>
  );
}
