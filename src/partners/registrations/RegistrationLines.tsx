import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { registrations } from '#partners/partners.queries.tsx';
import { registrationStateWords, registrationTones } from '#partners/registrations/registration-words.ts';
import styles from '#partners/Partners.module.css';
import { DayText } from '#ui/DayText.tsx';
import { useLang } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import { Tag } from '#ui/Tag.tsx';

type Props = { asked: { partnerId?: string; accountId?: string }; empty: string };

/** The newest registrations of a partner or for a customer. */
export function RegistrationLines({ asked, empty }: Props) {
  const lang = useLang();
  const query = useQuery(registrations.list.queryOptions({ input: { ...asked, limit: 8, order: 'desc' } }));
  const rows = query.data?.rows ?? [];
  if (query.isPending) return <SkeletonLines lines={2} />;
  if (query.error) return <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (rows.length === 0) return <p className={styles.quiet}>{empty}</p>;
  return (
    <ul className={styles.rows}>
      {rows.map((row) => (
        <li key={row.id} className={styles.row}>
          <div className={styles.main}>
            <Link to={`/partners/registrations/${row.id}`}>{row.name}</Link>
            <span className={styles.sub}>{asked.partnerId ? row.customerName : row.partnerName}</span>
          </div>
          <MoneyText amount={row.amount} currency={row.currency} />
          <Tag tone={registrationTones[row.state]}>{registrationStateWords[row.state][lang]}</Tag>
          {row.state === 'accepted' && <DayText day={row.protectedUntil} due />}
        </li>
      ))}
    </ul>
  );
}
