import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { YearSums } from '#compliance/gifts/gifts.contract.ts';
import { giftMessages } from '#compliance/gifts/gifts.messages.ts';
import { giftClient, gifts } from '#compliance/gifts/gifts.queries.tsx';
import { useGiftWords } from '#compliance/gifts/useGiftWords.tsx';
import styles from '#compliance/gifts/Gifts.module.css';
import { useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

const GiftForm = onDemand(async () => (await import('#compliance/gifts/GiftForm.tsx')).GiftForm);

type Picked = { id: string; name: string };
type Props = { account?: Picked | undefined; contact?: Picked };

/** On the page of an account or a contact: what they got and gave this year, beside the limits. */
export function GiftYearPanel({ account, contact }: Props) {
  const m = useMessages(giftMessages);
  const can = useCan();
  const [open, setOpen] = useState(false);
  const subject = contact
    ? ({ subjectKind: 'contact', subjectId: contact.id } as const)
    : ({ subjectKind: 'account', subjectId: account?.id ?? '' } as const);
  const { data } = useQuery({ ...gifts.year.queryOptions({ input: subject }), enabled: can('gift.read') });
  if (!data) return null;
  const filter = contact ? `contactId=${contact.id}` : `accountId=${account?.id}`;
  return (
    <SectionCard
      title={m.card.title}
      note={m.card.year(data.year)}
      acts={
        can('gift.write') &&
        account && (
          <Button type="text" onClick={() => setOpen(true)}>
            {m.register}
          </Button>
        )
      }
    >
      <div className={styles.card}>
        {data.official && (
          <p className={styles.official}>
            {data.official === 'account' ? m.card.officialAccount : m.card.officialContact}
          </p>
        )}
        {data.sums.length === 0 && data.waiting === 0 ? (
          <p className={styles.soft}>{m.card.none}</p>
        ) : (
          <>
            <Sums data={data} person={contact !== undefined} />
            <p className={styles.soft}>
              <Link to={`/compliance/gifts?${filter}`}>{m.card.list}</Link>
              {data.waiting > 0 && <span>{m.card.waiting(data.waiting)}</span>}
            </p>
          </>
        )}
        {contact && data.official === null && can('gift.write') && <MarkOfficial contactId={contact.id} />}
      </div>
      {open && account && <GiftForm account={account} {...(contact && { contact })} onClose={() => setOpen(false)} />}
    </SectionCard>
  );
}

function Sums({ data, person }: { data: YearSums; person: boolean }) {
  const { card: m } = useMessages(giftMessages);
  const words = useGiftWords();
  const { policy, official } = data;
  return (
    <dl>
      {data.sums.map(({ currency, direction, hospitality, amount, count }) => {
        const limit =
          policy[hospitality ? (official ? 'officialHospitality' : 'hospitality') : official ? 'officialGift' : 'gift'];
        const limited = person && direction === 'given' && currency === policy.currency;
        const sum = words.money(amount, currency);
        return (
          <div key={`${currency} ${direction} ${hospitality}`}>
            <dt>
              {direction === 'received' ? m.received : hospitality ? m.hospitality : m.given} · {m.times(count)}
            </dt>
            <dd>{limited ? m.of(sum, words.money(limit.year, currency)) : sum}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Only ever upward: so it is asked twice. */
function MarkOfficial({ contactId }: { contactId: string }) {
  const { card: m, voiding } = useMessages(giftMessages);
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>();
  const mark = async () => {
    try {
      await giftClient.markOfficial({ contactId });
      toast(m.marked);
      // The contact has a newer version now.
      await queries.invalidateQueries();
    } catch (refused) {
      setError(refused);
    }
  };
  if (!asking)
    return (
      <p>
        <Button size="small" onClick={() => setAsking(true)}>
          {m.mark}
        </Button>
      </p>
    );
  return (
    <div className={styles.decide}>
      <p className={styles.soft}>{m.markHint}</p>
      <RefusalAlert error={error} />
      <div className={styles.acts}>
        <Button size="small" danger onClick={() => void mark()}>
          {m.markSure}
        </Button>
        <Button size="small" onClick={() => setAsking(false)}>
          {voiding.cancel}
        </Button>
      </div>
    </div>
  );
}
