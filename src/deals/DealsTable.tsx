import { AuditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { DealRow } from '#deals/deal.ts';
import { dealMessages } from '#deals/deals.messages.ts';
import { dealClient, deals } from '#deals/deals.queries.tsx';
import { type DealSort, useDealColumns } from '#deals/useDealColumns.tsx';
import { askedOf, useDealFilters } from '#deals/useDealFilters.tsx';
import { RecordList } from '#ui/list/RecordList.tsx';
import { useManyActs, type Assign } from '#ui/list/useManyActs.tsx';
import { useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { useCan } from '#ui/session.tsx';
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
  const can = useCan();
  const navigate = useNavigate();
  const acts = useManyActs({
    assign,
    tag: dealClient.tagMany,
    permission: 'deal.write',
    name: 'deals',
    HandOver,
  });
  const bulkActs = useMemo(() => {
    if (!can('task.write')) return acts;
    const review: (typeof acts)[number] = {
      key: 'review',
      label: m.review,
      icon: <AuditOutlined aria-hidden="true" />,
      run: (rows) => void navigate({ to: `/reviews?new=1&deals=${rows.map(({ id }) => id).join(',')}` }),
    };
    return [review, ...acts];
  }, [acts, can, navigate, m]);
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
