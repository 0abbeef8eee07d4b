import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { registrations } from '#partners/partners.queries.tsx';
import { registrationStateWords, registrationTones } from '#partners/registrations/registration-words.ts';
import { registrationMessages } from '#partners/registrations/registrations.messages.ts';
import styles from '#partners/Partners.module.css';
import { DayText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan } from '#ui/session.tsx';
import { Tag } from '#ui/Tag.tsx';

const RegistrationForm = onDemand(
  async () => (await import('#partners/registrations/RegistrationForm.tsx')).RegistrationForm,
);

type Props = {
  deal: { id: string; name: string; amount: number | null; closeOn: string | null };
  account: { id: string; name: string } | undefined;
  /** Whether one can still be added. */
  open: boolean;
};

/** In the rail of a deal: which partner registered it, and until when it is protected. */
export function DealRegistrationCard({ deal, account, open }: Props) {
  const { card: m, page } = useMessages(registrationMessages);
  const lang = useLang();
  const can = useCan();
  const [adding, setAdding] = useState(false);
  const { data } = useQuery({
    ...registrations.list.queryOptions({ input: { dealId: deal.id, limit: 5, order: 'desc' } }),
    enabled: can('partner.read'),
  });
  if (!data) return null;
  const { rows } = data;
  const live = rows.some(({ state }) => state === 'submitted' || state === 'accepted');
  const mayAdd = open && can('partner.write') && !live;
  if (rows.length === 0 && !mayAdd) return null;
  return (
    <SectionCard
      title={m.title}
      acts={
        mayAdd && (
          <Button type="text" onClick={() => setAdding(true)}>
            {m.act}
          </Button>
        )
      }
    >
      {rows.length === 0 && <p className={styles.quiet}>{m.none}</p>}
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <div className={styles.main}>
              <Link to={`/partners/registrations/${row.id}`}>{row.partnerName}</Link>
              {row.state === 'accepted' && (
                <span className={styles.sub}>
                  {page.protection} <DayText day={row.protectedUntil} due />
                </span>
              )}
            </div>
            <Tag tone={registrationTones[row.state]}>{registrationStateWords[row.state][lang]}</Tag>
          </li>
        ))}
      </ul>
      {adding && <RegistrationForm account={account} deal={deal} onClose={() => setAdding(false)} />}
    </SectionCard>
  );
}
