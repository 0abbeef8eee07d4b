import { useLang, useMessages } from '#ui/lang.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import styles from '#ui/list/RecordList.module.css';

const most = 5;

/** What an act will touch, by name. */
export function ChosenNames({ rows }: { rows: readonly { name: string }[] }) {
  const m = useMessages(listMessages);
  const lang = useLang();
  const names = rows
    .slice(0, most)
    .map(({ name }) => name)
    .join(lang === 'zh' ? '、' : ', ');
  return <p className={styles.names}>{rows.length > most ? m.namesAndMore(names, rows.length) : names}</p>;
}
