import { useQuery } from '@tanstack/react-query';
import { FactItem } from '#information/FactItem.tsx';
import { InformationProvider, useShared } from '#information/information-context.tsx';
import type { ProjectInformation } from '#information/information.contract.ts';
import { informationMessages } from '#information/information.messages.ts';
import { projectQuery } from '#information/information.queries.tsx';
import { projectFacts } from '#information/project-catalogue.ts';
import { RowsTable } from '#information/RowsTable.tsx';
import { ShareBar } from '#information/ShareBar.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#information/Information.module.css';

/** What is known of the project behind a deal; what the deal's own facts say stands beside, among them. */
export function ProjectSection({ dealId, readOnly }: { dealId: string; readOnly: boolean }) {
  const query = useQuery(projectQuery(dealId));
  if (query.error) return <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />;
  return query.data ? <Known view={query.data} readOnly={readOnly} /> : null;
}

function Known({ view, readOnly }: { view: ProjectInformation; readOnly: boolean }) {
  const m = useMessages(informationMessages);
  const { completeness } = view;
  const shared = useShared('deal', view.deal.id, { ...view, canEdit: view.canEdit && !readOnly });
  return (
    <InformationProvider value={shared}>
      <SectionCard title={m.project.title} note={m.percent(completeness)} acts={<ShareBar share={completeness} />}>
        <ul className={styles.items}>
          {projectFacts
            .filter(({ keptIn }) => !keptIn)
            .map((fact) => (
              <FactItem key={fact.id} fact={fact} />
            ))}
          <RowsTable list="contenders" />
        </ul>
      </SectionCard>
    </InformationProvider>
  );
}
