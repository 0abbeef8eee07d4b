import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { accountMessages } from '#accounts/accounts.messages.ts';
import { dealsContract } from '#deals/deals.contract.ts';
import { dealMessages } from '#deals/deals.messages.ts';
import { queriesFor } from '#ui/client.tsx';
import { DayText } from '#ui/DayText.tsx';
import { useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan } from '#ui/session.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import { Tag } from '#ui/Tag.tsx';
import styles from '#accounts/AccountPage.module.css';

const deals = queriesFor(dealsContract, 'deals');
const tones = { open: 'accent', parked: 'calm', won: 'good', lost: 'bad' } as const;

/** The account's deals, soonest to sign first. */
export function DealsSection({ accountId, onAdd }: { accountId: string; onAdd: () => void }) {
  const { page: m } = useMessages(accountMessages);
  const words = useMessages(dealMessages);
  const can = useCan();
  const query = useQuery(deals.list.queryOptions({ input: { accountId, limit: 100 } }));
  const rows = query.data?.rows ?? [];
  const add = can('deal.write') && (
    <Button type="text" icon={<PlusOutlined />} onClick={onAdd}>
      {m.newDeal}
    </Button>
  );
  return (
    <SectionCard title={m.deals} note={rows.length || undefined} acts={add}>
      <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <SkeletonLines lines={2} />}
      {query.isSuccess && rows.length === 0 && <p className={styles.quiet}>{m.noDeals}</p>}
      <ul className={styles.deals}>
        {rows.map((deal) => (
          <li key={deal.id} className={styles.deal}>
            <Link to={`/deals/${deal.id}`}>{deal.name}</Link>
            <span className={styles.stage}>
              <Tag tone={tones[deal.state]}>{words.states[deal.state]}</Tag>
              {deal.state === 'open' && `${words.columns.gate} ${deal.gateMet}/${deal.gateTotal}`}
            </span>
            <MoneyText amount={deal.amount} currency={deal.currency} />
            <DayText day={deal.closedOn ?? deal.closeOn} />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
