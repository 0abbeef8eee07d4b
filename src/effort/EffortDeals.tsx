import { Link } from '@tanstack/react-router';
import type { EffortDeal } from '#effort/effort.ts';
import { effortMessages } from '#effort/effort.messages.ts';
import styles from '#effort/Effort.module.css';
import { useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';

/** The deals behind a share, those that took most first. */
export function EffortDeals({ deals, owners }: { deals: readonly EffortDeal[]; owners?: boolean }) {
  const m = useMessages(effortMessages);
  return (
    <ul className={styles.deals}>
      {deals.map((deal) => (
        <li key={deal.id}>
          <Link to={`/deals/${deal.id}?tab=qualify`}>{deal.name}</Link>
          <span>{m.grade(deal.grade)}</span>
          {owners && <span>{deal.ownerName ?? m.noOwner}</span>}
          <MoneyText amount={deal.amount} currency={deal.currency} />
          <b>{m.acts(deal.acts)}</b>
        </li>
      ))}
    </ul>
  );
}
