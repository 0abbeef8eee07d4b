import { Fragment, type ReactNode } from 'react';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';

type Props<V> = {
  words: { title: string; lead: string; changed: (name: string) => string };
  query: { data: V | undefined; error: unknown; refetch: () => unknown };
  acts?: ReactNode;
  children: (view: V) => ReactNode;
};

/** Settings that are kept version by version: who changed them last, and their form. */
export function PolicyPage<V extends { version: number; changedByName: string | null }>(props: Props<V>) {
  const { words, acts, children } = props;
  const { data, error, refetch } = props.query;
  return (
    <>
      <PageHeader
        title={words.title}
        acts={acts}
        facts={
          <>
            <span>{words.lead}</span>
            {data?.changedByName && <span>{words.changed(data.changedByName)}</span>}
          </>
        }
      />
      <RefusalAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <SkeletonLines lines={8} />}
      {/* A newer version fills the form anew. */}
      {data && <Fragment key={data.version}>{children(data)}</Fragment>}
    </>
  );
}
