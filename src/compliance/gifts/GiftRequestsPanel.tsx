import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { giftMessages } from '#compliance/gifts/gifts.messages.ts';
import { gifts } from '#compliance/gifts/gifts.queries.tsx';
import styles from '#compliance/gifts/Gifts.module.css';
import { DayText } from '#ui/DayText.tsx';
import { useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';

const SHOWN = 5;

/** On the workbench of who approves: what waits for her. Nothing to decide, nothing shown. */
export function GiftRequestsPanel() {
  const { today: m } = useMessages(giftMessages);
  const { data } = useQuery(gifts.list.queryOptions({ input: { toDecide: true, limit: SHOWN } }));
  if (!data || data.rows.length === 0) return null;
  return (
    <SectionCard flush title={m.title} acts={<Link to="/compliance/gifts/approvals">{m.act}</Link>}>
      <ul>
        {data.rows.map((gift) => (
          <li key={gift.id} className={styles.todo}>
            <Link to={`/compliance/gifts/${gift.id}`}>{m.line(gift.ownerName, gift.accountName)}</Link>
            <MoneyText amount={gift.amount} currency={gift.currency} exact />
            <DayText day={gift.on} />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
