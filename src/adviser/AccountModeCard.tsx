import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { effortOf, purchaseOf } from '#method/adviser.ts';
import { efforts, purchases, valueTypes } from '#method/adviser-words.ts';
import { adviserMessages } from '#adviser/adviser.messages.ts';
import { salesModesQuery } from '#adviser/adviser.queries.tsx';
import styles from '#adviser/AccountModeCard.module.css';
import { dayWords } from '#ui/day-words.ts';
import { KnownFacts } from '#ui/KnownFacts.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan, useToday } from '#ui/session.tsx';

/** On the account: value type and places in the matrices, with source and day. */
export function AccountModeCard({ accountId }: { accountId: string }) {
  const m = useMessages(adviserMessages);
  const lang = useLang();
  const can = useCan();
  const today = useToday();
  const { data } = useQuery({ ...salesModesQuery('account', accountId), enabled: can('deal.read') });
  if (!data) return null;
  const [last, ...earlier] = data;
  const act = can('deal.write') && (
    <Link to={`/adviser?account=${accountId}`} className={styles.act}>
      {m.title} →
    </Link>
  );
  if (!last) {
    return (
      <SectionCard title={m.cardTitle} acts={act}>
        <p className={styles.hint}>{m.cardNone}</p>
      </SectionCard>
    );
  }
  const { answers } = last;
  const purchase = purchaseOf(answers);
  const effort = effortOf(answers);
  return (
    <SectionCard title={m.cardTitle} acts={act}>
      <KnownFacts
        unknown={m.unknown}
        facts={[
          { label: m.valueType, value: answers.valueType && valueTypes[answers.valueType][lang] },
          { label: m.purchase, value: purchase && purchases[purchase][lang] },
          { label: m.effort, value: effort && efforts[effort][lang] },
        ]}
      />
      <p className={styles.hint}>
        {m.basis(last.source)} · {m.foundOn(dayWords(last.observedOn, today, lang), last.recordedByName)}
      </p>
      {earlier.length > 0 && (
        <details className={styles.hint}>
          <summary>{m.earlier(earlier.length)}</summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.id}>
                {dayWords(one.observedOn, today, lang)}{' '}
                {one.answers.valueType ? valueTypes[one.answers.valueType][lang] : m.unknown} · {one.source}
              </li>
            ))}
          </ul>
        </details>
      )}
    </SectionCard>
  );
}
