import { PlusOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import { reviewClient, reviews } from '#reviews/reviews.queries.tsx';
import { stateTones } from '#reviews/state-tones.ts';
import type { ReviewRow } from '#reviews/review.ts';
import { DayText } from '#ui/DayText.tsx';
import { useMessages } from '#ui/lang.tsx';
import type { Column } from '#ui/list/column.tsx';
import { choiceFilter, flagFilter } from '#ui/list/filter.tsx';
import { RecordList } from '#ui/list/RecordList.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { useCan } from '#ui/session.tsx';
import { Tag } from '#ui/Tag.tsx';

const PlanReview = onDemand(async () => (await import('#reviews/PlanReview.tsx')).PlanReview);

/** 商机评审: those to come and those that were, and the form for a new one. */
export function ReviewsPage() {
  useFetchSoon(PlanReview);
  const m = useMessages(reviewMessages);
  const can = useCan();
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const columns = useColumns();
  const filters = useMemo(
    () => ({
      when: choiceFilter(m.filters.when, [
        { value: 'upcoming', label: m.filters.upcoming },
        { value: 'past', label: m.filters.past },
      ]),
      mine: flagFilter(m.filters.mine),
    }),
    [m],
  );
  const form = (open: boolean) =>
    void navigate({
      to: '.',
      search: (now: object) => ({ ...now, new: open ? '1' : undefined, deals: undefined }) as never,
    });
  const plan = can('task.write') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => form(true)}>
      {m.plan}
    </Button>
  );
  const dealIds = typeof search['deals'] === 'string' ? search['deals'].split(',') : [];
  return (
    <>
      <PageHeader title={m.title} acts={plan} />
      <RecordList<ReviewRow, typeof filters, 'on'>
        name="reviews"
        label={m.title}
        columns={columns}
        filters={filters}
        href={(row) => `/reviews/${row.id}`}
        queryKey={reviews.list.key()}
        fetchPage={({ filters: asked, order = 'desc', after, limit }) =>
          reviewClient.list({ ...asked, order, after, limit })
        }
        empty={{ title: m.emptyTitle, hint: m.emptyHint, act: plan }}
      />
      {search['new'] !== undefined && can('task.write') && (
        <PlanReview
          dealIds={dealIds}
          onPlanned={(id) => void navigate({ to: `/reviews/${id}` })}
          onClose={() => form(false)}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<ReviewRow, 'on'>[] {
  const m = useMessages(reviewMessages);
  return useMemo(
    () => [
      { key: 'name', title: m.columns.name, width: 'minmax(220px, 2fr)', phone: 'title', cell: (row) => row.name },
      {
        key: 'state',
        title: m.columns.state,
        width: '100px',
        phone: 'aside',
        cell: (row) => <Tag tone={stateTones[row.state]}>{m.states[row.state]}</Tag>,
      },
      {
        key: 'on',
        title: m.columns.on,
        width: '130px',
        sort: 'on',
        cell: (row) => <DayText day={row.on} relative={row.state !== 'closed'} />,
      },
      {
        key: 'about',
        title: m.columns.about,
        width: 'minmax(120px, 1fr)',
        choice: 'shown',
        cell: (row) => row.teamName ?? m.chosenDeals,
      },
      { key: 'chair', title: m.columns.chair, width: '130px', cell: (row) => <PersonText name={row.chairName} /> },
      { key: 'deals', title: m.columns.deals, width: '80px', align: 'end', cell: (row) => row.deals },
      {
        key: 'acts',
        title: m.columns.acts,
        width: '120px',
        align: 'end',
        cell: (row) => (row.acts === 0 ? '—' : m.actsDone(row.actsDone, row.acts)),
      },
    ],
    [m],
  );
}
