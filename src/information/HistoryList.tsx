import { useQuery } from '@tanstack/react-query';
import { factOf } from '#information/decide-information.ts';
import { useInformation } from '#information/information-context.tsx';
import { informationMessages } from '#information/information.messages.ts';
import { information } from '#information/information.queries.tsx';
import { rowName } from '#information/information-row.ts';
import { valueWords } from '#information/information-words.ts';
import { SourceText } from '#information/SourceText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import styles from '#information/Information.module.css';

type Props = { item: string; name: string; rowId?: string };

/** Every record of one fact or row, the newest first: nothing that was ever recorded is lost. */
export function HistoryList({ item, name, rowId }: Props) {
  const m = useMessages(informationMessages);
  const lang = useLang();
  const { kind, id } = useInformation();
  const input = { id, item, ...(rowId && { rowId }) };
  const query = useQuery(
    (kind === 'account' ? information.history : information.projectHistory).queryOptions({ input }) as ReturnType<
      typeof information.history.queryOptions
    >,
  );
  const type = factOf(item)?.type;
  return (
    <ol className={styles.history} aria-label={m.historyOf(name)}>
      <RefusalAlert error={query.error} />
      {query.data?.records.map((one) => (
        <li key={one.id}>
          <span>
            {one.state === 'cleared' || one.state === 'unknown'
              ? m.states[one.state]
              : 'content' in one
                ? rowName(one.content)
                : one.value !== null && type
                  ? valueWords(type, one.value, lang)
                  : ''}
          </span>
          <SourceText told={one} by={m.by(one.recordedByName)} />
        </li>
      ))}
    </ol>
  );
}
