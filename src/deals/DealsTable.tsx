import { Button } from 'antd';
import { useSearch } from '@tanstack/react-router';
import type { DealRow } from '#deals/deal.ts';
import { dealMessages } from '#deals/deals.messages.ts';
import { dealClient, deals } from '#deals/deals.queries.tsx';
import { type DealSort, useDealColumns } from '#deals/useDealColumns.tsx';
import { askedOf, useDealFilters } from '#deals/useDealFilters.tsx';
import { RecordList } from '#ui/list/RecordList.tsx';
import { useManyActs, type Assign } from '#ui/list/useManyActs.tsx';
import { useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { useSavedViews } from '#views/useSavedViews.tsx';

const HandOver = onDemand(async () => (await import('#team/HandOverManyPanel.tsx')).HandOverManyPanel);

/** A deal always has an owner. */
const assign: Assign = ({ rows }) =>
  dealClient.assignMany({ rows: rows.flatMap(({ ownerId, ...row }) => (ownerId ? [{ ...row, ownerId }] : [])) });

/** 商机列表: soonest to sign first. */
export function DealsTable({ onNew }: { onNew?: () => void }) {
  const m = useMessages(dealMessages);
  const search: Record<string, unknown> = useSearch({ strict: false });
  const columns = useDealColumns();
  const playbookId = typeof search['playbookId'] === 'string' ? search['playbookId'] : undefined;
  const filters = useDealFilters({ playbookId });
  const views = useSavedViews('deals');
  const bulkActs = useManyActs({
    assign,
    tag: dealClient.tagMany,
    permission: 'deal.write',
    name: 'deals',
    HandOver,
  });
  return (
    <RecordList<DealRow, typeof filters, DealSort>
      name="deals"
      views={views}
      bulkActs={bulkActs}
      label={m.title}
      columns={columns}
      filters={filters}
      href={(row) => `/deals/${row.id}`}
      queryKey={deals.list.key()}
      exports="deals"
      fetchPage={async ({ filters: asked, sort, order, after, limit }) => {
        const { rows, next } = await dealClient.list({
          ...askedOf(asked),
          sort: sort ?? 'updated',
          order: sort === undefined ? 'desc' : order,
          after,
          limit,
        });
        return { rows, next };
      }}
      empty={{
        title: m.emptyTitle,
        hint: m.emptyHint,
        act: onNew && (
          <Button type="primary" onClick={onNew}>
            {m.newDeal}
          </Button>
        ),
      }}
    />
  );
}
