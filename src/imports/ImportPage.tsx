import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { CheckStep } from '#imports/CheckStep.tsx';
import { DiscardImport } from '#imports/DiscardImport.tsx';
import { mayDo, type Import } from '#imports/import-record.ts';
import { importQuery, imports } from '#imports/imports.queries.tsx';
import { MappingStep } from '#imports/MappingStep.tsx';
import { ResultStep } from '#imports/ResultStep.tsx';
import { Steps } from '#imports/Steps.tsx';
import { WorkStep } from '#imports/WorkStep.tsx';
import { useImportMessages } from '#imports/useImportMessages.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { isNotThere } from '#ui/refused.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { NotFoundNote } from '#ui/state/PageNotes.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#imports/Import.module.css';

export type StepProps = { one: Import; onChange: (next: Import) => void };

/** One import, at the step where it is. */
export function ImportPage() {
  const { importId = '' }: { importId?: string } = useParams({ strict: false });
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(importQuery(importId));
  const m = useImportMessages(data ?? { layout: null });
  const onChange = (next: Import) => {
    queries.setQueryData(importQuery(importId).queryKey, next);
    void queries.invalidateQueries({ queryKey: imports.list.key() });
  };
  const [discarding, setDiscarding] = useState(false);
  const discardable = data !== undefined && mayDo(data.state, 'discard');
  if (isNotThere(error)) return <NotFoundNote />;
  return (
    <div className={styles.page}>
      <PageHeader
        title={data ? data.fileName : m.title}
        facts={
          data &&
          `${m.nouns[data.noun]}${data.rowsTotal === null ? '' : ` · ${m.rows(data.rowsTotal.toLocaleString())}`}`
        }
        back={{ to: '/import', label: m.back }}
        acts={
          discardable && (
            <Button aria-expanded={discarding} onClick={() => setDiscarding(!discarding)}>
              {m.discard}
            </Button>
          )
        }
      />
      <RefusalAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <SkeletonLines lines={8} />}
      {/* An import whose file was refused has no step to go on with. */}
      {data && discardable && !data.layout && <Notice title={m.unread}>{m.unreadHint}</Notice>}
      {data && discardable && discarding && <DiscardImport one={data} onClose={() => setDiscarding(false)} />}
      {data && <Step key={data.id} one={data} onChange={onChange} />}
    </div>
  );
}

function Step({ one, onChange }: StepProps) {
  const [back, setBack] = useState(false);
  const matching = one.state === 'mapping' || one.state === 'uploading' || (one.state === 'checked' && back);
  const at = matching ? 1 : one.state === 'checking' || one.state === 'checked' ? 2 : one.state === 'running' ? 3 : 4;
  const changed = (next: Import) => {
    setBack(false);
    onChange(next);
  };
  return (
    <>
      <Steps at={at} />
      {matching && <MappingStep one={one} onChange={changed} />}
      {one.state === 'checked' && !back && <CheckStep one={one} onChange={changed} onBack={() => setBack(true)} />}
      {(one.state === 'checking' || one.state === 'running' || one.state === 'undoing') && (
        <WorkStep one={one} onChange={changed} />
      )}
      {at === 4 && one.state !== 'undoing' && <ResultStep one={one} onChange={changed} />}
    </>
  );
}
