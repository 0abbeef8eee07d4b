import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { dealMessages } from '#deals/deals.messages.ts';
import type { CountedDeal } from '#funnel/funnel.ts';
import { funnelMessages } from '#funnel/funnel.messages.ts';
import { funnelClient, funnelQueries } from '#funnel/funnel.queries.tsx';
import type { Opened } from '#funnel/opened.tsx';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';
import { DayText } from '#ui/DayText.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#funnel/Funnel.module.css';

const EACH = 50;

/** The deals behind a number, the largest first. */
export function DealsDrawer({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const m = useMessages(funnelMessages);
  const isPhone = useIsPhone();
  const query = useInfiniteQuery({
    queryKey: [...funnelQueries.key(), opened.of, opened.asked],
    queryFn: ({ pageParam, signal }) => fetchPage(opened, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Drawer open title={m.dealsTitle(opened.title)} size={isPhone ? '100%' : 640} onClose={onClose}>
      <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <SkeletonLines lines={6} />}
      {query.data && rows.length === 0 && <EmptyState compact title={m.noDeals} hint={m.noDealsHint} />}
      <ul className={styles.deals}>
        {rows.map((deal) => (
          <DealLine key={deal.id} deal={deal} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {m.more}
        </Button>
      )}
    </Drawer>
  );
}

function fetchPage({ of, asked }: Opened, after: string | undefined, signal: AbortSignal) {
  const at = { ...asked, after, limit: EACH } as never;
  return funnelClient[of](at, { signal }) as Promise<{ rows: CountedDeal[]; next: string | null }>;
}

function DealLine({ deal }: { deal: CountedDeal }) {
  const m = useMessages(funnelMessages);
  const words = useMessages(dealMessages);
  const stage = useStageNames();
  const { before, currency } = deal;
  const place = (one: { state: CountedDeal['state']; stageId: string }) =>
    one.state === 'open' ? stage(one.stageId) : words.states[one.state];
  return (
    <li>
      <div className={styles.dealName}>
        <Link to="/deals/$dealId" params={{ dealId: deal.id }}>
          {deal.name}
        </Link>
        <MoneyText amount={deal.amount} currency={currency} />
      </div>
      <div className={styles.dealFacts}>
        {deal.accountName && <span>{deal.accountName}</span>}
        <span>{deal.ownerName ?? m.nobody}</span>
        <span>{place(deal)}</span>
        {deal.closeOn && <DayText day={deal.closeOn} />}
      </div>
      {before && differs(deal, before) && (
        <div className={styles.dealFacts}>
          <span>{m.before}</span>
          {place(before) !== place(deal) && <span>{place(before)}</span>}
          {before.amount !== deal.amount && <MoneyText amount={before.amount} currency={currency} />}
          {before.closeOn !== deal.closeOn && before.closeOn && <DayText day={before.closeOn} />}
        </div>
      )}
    </li>
  );
}

function differs(deal: CountedDeal, before: NonNullable<CountedDeal['before']>): boolean {
  return (['state', 'stageId', 'amount', 'closeOn'] as const).some((field) => deal[field] !== before[field]);
}

/** A stage's name by its id, in whichever playbook it is. */
export function useStageNames(): (id: string) => string {
  const lang = useLang();
  const { data } = useQuery(playbookListQuery());
  const stages = data?.flatMap((playbook) => playbook.stages) ?? [];
  return (id) => stages.find((stage) => stage.id === id)?.name[lang] ?? id;
}
