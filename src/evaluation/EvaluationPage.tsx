import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EvaluationModel } from '#evaluation/evaluation.ts';
import { EvaluationModelForm } from '#evaluation/EvaluationModelForm.tsx';
import { evaluationMessages } from '#evaluation/evaluation.messages.ts';
import { evaluationHistoryQuery, evaluationQuery, evaluations } from '#evaluation/evaluation.queries.tsx';
import { VersionsCard } from '#evaluation/VersionsCard.tsx';
import { useMessages } from '#ui/lang.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#evaluation/Evaluation.module.css';

/** Settings: the company's yardstick for what is worth its time. */
export function EvaluationPage() {
  const m = useMessages(evaluationMessages);
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(evaluationQuery());
  const versions = useQuery(evaluationHistoryQuery()).data ?? [];
  const [filled, setFilled] = useState<{ version: number; model: EvaluationModel }>();
  return (
    <div className={styles.page}>
      <PageHeader
        title={m.title}
        facts={
          <>
            <span>{m.lead}</span>
            {data && <span>{m.inForce(data.version)}</span>}
          </>
        }
      />
      <RefusalAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <SkeletonLines lines={8} />}
      {data && (
        <EvaluationModelForm
          key={`${data.version} ${filled?.version ?? ''}`}
          version={data.version}
          model={filled?.model ?? data.model}
          onSaved={(saved) => {
            setFilled(undefined);
            toast(m.saved(saved));
            void queries.invalidateQueries({ queryKey: evaluations.key() });
          }}
        />
      )}
      {data && (
        <VersionsCard
          versions={versions}
          onFill={(one) => {
            setFilled(one);
            toast(m.restored(one.version));
            window.scrollTo({ top: 0, behavior: 'smooth' });
          }}
        />
      )}
    </div>
  );
}
