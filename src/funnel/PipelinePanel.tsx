import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useStageNames } from '#funnel/DealsDrawer.tsx';
import { ExportMenu } from '#funnel/ExportMenu.tsx';
import { Amounts, CountLink } from '#funnel/Figures.tsx';
import { funnelMessages } from '#funnel/funnel.messages.ts';
import { funnelQueries } from '#funnel/funnel.queries.tsx';
import type { Asked } from '#funnel/FunnelPage.tsx';
import type { Opened } from '#funnel/opened.tsx';
import type { PastSlice } from '#funnel/pipeline.ts';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';
import styles from '#funnel/Funnel.module.css';

/** The open deals as they stood at the end of a day. */
export function PipelinePanel({ asked }: { asked: Asked }) {
  const m = useMessages(funnelMessages);
  const stage = useStageNames();
  const { data: playbooks } = useQuery(playbookListQuery());
  const query = useQuery({
    ...funnelQueries.pipeline.queryOptions({ input: asked as never }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  if (query.error) return <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!data) return <PageSkeleton />;
  if (data.total.count === 0) return <EmptyState title={m.empty} hint={m.emptyHint} />;
  const opens = (title: string, more: object): Opened => ({
    of: 'pipelineDeals',
    title,
    asked: { ...asked, ...more } as never,
  });
  const bars = (
    slices: readonly PastSlice[],
    nameOf: (slice: PastSlice) => string,
    more: (slice: PastSlice) => object,
  ) => {
    const most = Math.max(...slices.map(({ standing }) => standing.count));
    return (
      <ul className={styles.funnel}>
        {slices.map((slice) => (
          <li key={`${slice.playbookId} ${slice.key}`}>
            <span className={styles.columnName}>{nameOf(slice)}</span>
            <span className={styles.track} aria-hidden="true">
              <i style={{ width: `${(100 * slice.standing.count) / most}%` }} />
            </span>
            <span className={styles.tally}>
              <CountLink count={slice.standing.count} opens={opens(nameOf(slice), more(slice))} />
              <Amounts tally={slice.standing} />
            </span>
          </li>
        ))}
      </ul>
    );
  };
  const places = new Map(
    (playbooks ?? []).flatMap(({ id, stages }, book) =>
      stages.map((one, at) => [`${id} ${one.id}`, book * 100 + at] as const),
    ),
  );
  const inOrder = data.stages.toSorted(
    (one, other) =>
      (places.get(`${one.playbookId} ${one.key}`) ?? 0) - (places.get(`${other.playbookId} ${other.key}`) ?? 0),
  );
  const named = ({ name }: PastSlice) => name ?? m.nobody;
  return (
    <>
      <SectionCard title={m.pipelineTitle(asked['on'] ?? '')} acts={<ExportMenu list="pipeline" asked={asked} />}>
        <p className={styles.headline}>
          <CountLink count={data.total.count} opens={opens(m.total, {})} />
          <Amounts tally={data.total} />
        </p>
      </SectionCard>
      <div className={styles.three}>
        <SectionCard title={m.byStage}>
          {bars(
            inOrder,
            ({ key }) => stage(key ?? ''),
            ({ key, playbookId }) => ({ stageId: key ?? undefined, playbookId: playbookId ?? undefined }),
          )}
        </SectionCard>
        <SectionCard title={m.byOwner}>
          {bars(data.owners, named, ({ key }) => ({ stoodBy: 'owner', key: key ?? undefined }))}
        </SectionCard>
        <SectionCard title={m.byTeam}>
          {bars(data.teams, named, ({ key }) => ({ stoodBy: 'team', key: key ?? undefined }))}
        </SectionCard>
      </div>
    </>
  );
}
