import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CohortTable } from '#funnel/CohortTable.tsx';
import { EntryRates } from '#funnel/EntryRates.tsx';
import { ExportMenu } from '#funnel/ExportMenu.tsx';
import { FunnelColumns } from '#funnel/FunnelColumns.tsx';
import { funnelMessages } from '#funnel/funnel.messages.ts';
import { funnelQueries } from '#funnel/funnel.queries.tsx';
import type { Asked } from '#funnel/FunnelPage.tsx';
import { Slices } from '#funnel/Slices.tsx';
import { StageTable } from '#funnel/StageTable.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { PageSkeleton, SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#funnel/Funnel.module.css';

/** The funnel of one playbook: what stands, how it goes on, how it ends. */
export function FunnelPanel({ asked }: { asked: Asked }) {
  const m = useMessages(funnelMessages);
  const input = asked as Asked & { playbookId: string; from: string; to: string };
  const query = useQuery({
    ...funnelQueries.show.queryOptions({ input: input as never }),
    placeholderData: keepPreviousData,
  });
  const progress = useQuery({
    ...funnelQueries.progress.queryOptions({ input: input as never }),
    placeholderData: keepPreviousData,
  });
  const { data: funnel } = query;
  const span = m.stagesNote(input.from, input.to);
  if (query.error) return <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!funnel) return <PageSkeleton />;
  return (
    <>
      <div className={styles.two}>
        <SectionCard title={m.funnelTitle} note={m.funnelNote}>
          <FunnelColumns columns={funnel.columns} asked={input} />
        </SectionCard>
        <SectionCard title={m.entryTitle} note={span}>
          <EntryRates entries={funnel.entries} asked={input} />
        </SectionCard>
      </div>
      <SectionCard title={m.stagesTitle} note={span} flush acts={<ExportMenu list="funnel" asked={asked} />}>
        <StageTable stages={funnel.stages} progress={progress.data} asked={input} />
      </SectionCard>
      <RefusalAlert error={progress.error} onRetry={() => void progress.refetch()} />
      <SectionCard
        title={m.cohortsTitle}
        note={m.cohortsNote}
        flush
        acts={<ExportMenu list="funnel-cohorts" asked={asked} />}
      >
        {progress.data ? (
          <CohortTable cohorts={progress.data.cohorts} stages={funnel.stages} asked={input} />
        ) : (
          <SkeletonLines lines={6} />
        )}
      </SectionCard>
      <Slices asked={input} />
    </>
  );
}
