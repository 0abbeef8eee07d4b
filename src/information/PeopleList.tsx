import { Link } from '@tanstack/react-router';
import type { PersonKnown } from '#information/information.ts';
import { informationMessages } from '#information/information.messages.ts';
import { emptySeats, missingOf, personAttributes, seats } from '#information/people-known.ts';
import { postOf, rolesOf } from '#information/person-words.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#information/Information.module.css';

type Props = {
  people: readonly PersonKnown[];
  onlyHoles: boolean;
  /** Adds a contact; absent where the reader may not. */
  onAdd: (() => void) | undefined;
};

/** The people of the customer: the seats nobody known sits on first, then what is not known of each. */
export function PeopleList({ people, onlyHoles, onAdd }: Props) {
  const { people: m } = useMessages(informationMessages);
  const lang = useLang();
  const shown = people.filter((one) => !onlyHoles || missingOf(one).length > 0);
  return (
    <>
      <ul className={styles.items}>
        {emptySeats(people).map((seat) => (
          <li key={seat} className={styles.item} data-hole>
            <div className={styles.head}>
              <span className={styles.name}>{seats[seat][lang]}</span>
              <span className={styles.question}>{m.seatQuestion(seats[seat][lang])}</span>
              {onAdd && (
                <button type="button" className={styles.act} onClick={onAdd}>
                  {m.addContact}
                </button>
              )}
            </div>
          </li>
        ))}
        {shown.map((one) => {
          const missing = missingOf(one).map((attribute) => personAttributes[attribute][lang]);
          return (
            <li key={one.id ?? one.name} className={styles.item}>
              <div className={styles.head}>
                <span className={styles.name}>
                  {one.id ? <Link to={`/contacts/${one.id}`}>{one.name}</Link> : one.name}
                </span>
                <span className={styles.value}>
                  {[postOf(one, lang), rolesOf(one, lang)].filter(Boolean).join(' · ')}
                </span>
                <span className={styles.missing} data-none={missing.length === 0 || undefined}>
                  {missing.length > 0
                    ? `${m.missing}${lang === 'zh' ? '：' : ': '}${missing.join(lang === 'zh' ? '、' : ', ')}`
                    : m.complete}
                </span>
              </div>
            </li>
          );
        })}
        {people.length === 0 && <li className={styles.seek}>{m.empty}</li>}
      </ul>
      <p className={styles.note}>{m.note}</p>
    </>
  );
}
