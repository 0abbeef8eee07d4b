import { daysBetween } from '#shared/day.ts';
import { messages } from '#method/method.messages.ts';
import type { RecordedFact } from '#information/information.ts';
import { informationMessages } from '#information/information.messages.ts';
import { DayText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { useToday } from '#ui/session.tsx';
import styles from '#information/Information.module.css';

type Told = Pick<RecordedFact, 'source' | 'observedOn' | 'strength'>;

/** Who told it. */
export function useSourceWords() {
  const m = useMessages(informationMessages);
  const lang = useLang();
  return ({ source }: Pick<Told, 'source'>): string => {
    const who = source.kind === 'contact' ? (source.contactName ?? m.aContact) : m.sources[source.kind];
    if (!source.note) return who;
    return lang === 'zh' ? `${who}（${source.note}）` : `${who} (${source.note})`;
  };
}

const OLD = 365;

/** Where something is known from, since when, how sure; what is old says so. */
export function SourceText({ told, by }: { told: Told; by?: string }) {
  const m = useMessages(informationMessages);
  const words = useMessages(messages);
  const today = useToday();
  const whom = useSourceWords();
  return (
    <span className={styles.source}>
      <span>{whom(told)}</span>
      <DayText day={told.observedOn} />
      <span data-strength={told.strength}>{words.strengths[told.strength]}</span>
      {daysBetween(told.observedOn, today) > OLD && <span className={styles.old}>{m.old}</span>}
      {by && <span>{by}</span>}
    </span>
  );
}
