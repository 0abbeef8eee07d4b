import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ties } from '#partners/partners.queries.tsx';
import { RegistrationLines } from '#partners/registrations/RegistrationLines.tsx';
import { registrationMessages } from '#partners/registrations/registrations.messages.ts';
import { tieMessages } from '#partners/ties/ties.messages.ts';
import { TieText } from '#partners/ties/TiesSection.tsx';
import styles from '#partners/Partners.module.css';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan } from '#ui/session.tsx';

/** On the page of an account: which partners know somebody there, and what they registered. */
export function AccountPartners({ accountId }: { accountId: string }) {
  const m = useMessages(tieMessages);
  const { account, page } = useMessages(registrationMessages);
  const can = useCan()('partner.read');
  const { data } = useQuery({ ...ties.ofAccount.queryOptions({ input: { id: accountId } }), enabled: can });
  if (!data) return null;
  return (
    <SectionCard
      title={account.title}
      note={data.ties.length || undefined}
      acts={<Link to={`/partners/registrations?accountId=${accountId}`}>{page.back}</Link>}
    >
      {data.ties.length === 0 && <p className={styles.quiet}>{account.none}</p>}
      <ul className={styles.rows}>
        {data.ties.map((tie) => (
          <li key={tie.id} className={styles.row}>
            <TieText tie={tie} by />
          </li>
        ))}
      </ul>
      <h3 className={styles.sub}>{page.back}</h3>
      <RegistrationLines asked={{ accountId }} empty={m.noRegistrations} />
    </SectionCard>
  );
}
