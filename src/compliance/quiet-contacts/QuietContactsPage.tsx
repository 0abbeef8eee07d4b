import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { personalFacts } from '#compliance/personal-facts/personal-facts.queries.tsx';
import { quietStates, type QuietState } from '#compliance/quiet-contacts/quiet-contact.ts';
import { quietContactMessages } from '#compliance/quiet-contacts/quiet-contacts.messages.ts';
import { quietContacts } from '#compliance/quiet-contacts/quiet-contacts.queries.tsx';
import { QuietRow } from '#compliance/quiet-contacts/QuietRow.tsx';
import { ReviewRule } from '#compliance/quiet-contacts/ReviewRule.tsx';
import styles from '#compliance/quiet-contacts/QuietContacts.module.css';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMessages } from '#ui/lang.tsx';
import { useListState } from '#ui/list/useListState.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { PageTabs } from '#ui/PageTabs.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';

/** Settings: from when on somebody is quiet, who is, and what becomes of each. */
export function QuietContactsPage() {
  const m = useMessages(quietContactMessages);
  const search: Record<string, unknown> = useSearch({ strict: false });
  const state: QuietState = quietStates.find((one) => one === search['state']) ?? 'due';
  const { change } = useListState({}, []);
  const { data: policy, error, refetch } = useQuery(personalFacts.policy.queryOptions({ input: {} }));
  return (
    <>
      <PageHeader title={m.title} facts={m.lead} />
      <div className={styles.page}>
        <RefusalAlert error={error} onRetry={() => void refetch()} />
        {!policy && !error && <SkeletonLines lines={3} />}
        {policy && <ReviewRule key={policy.version} view={policy} />}
        <PageTabs
          label={m.tabsLabel}
          tabs={quietStates}
          words={m.tabs}
          shown={state}
          onShow={(next) => change({ state: next === 'due' ? undefined : next })}
        />
        <Listed state={state} />
      </div>
    </>
  );
}

function Listed({ state }: { state: QuietState }) {
  const m = useMessages(quietContactMessages);
  const query = useInfiniteQuery(
    quietContacts.list.infiniteOptions({
      input: (after: string | undefined) => ({ state, limit: 30, after }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const off = query.data?.pages[0]?.reviewAfterDays === null;
  return (
    <>
      <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />
      {!query.data && !query.error && <SkeletonLines lines={6} />}
      {query.data && rows.length === 0 && (
        <SectionCard>
          <EmptyState title={off ? m.off : m.empty[state]} hint={off ? m.offHint : m.emptyHint} />
        </SectionCard>
      )}
      {rows.length > 0 && (
        <SectionCard>
          <ul className={styles.rows}>
            {rows.map((contact) => (
              <QuietRow key={contact.id} contact={contact} />
            ))}
          </ul>
        </SectionCard>
      )}
      {query.hasNextPage && (
        <div>
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {m.more}
          </Button>
        </div>
      )}
    </>
  );
}
