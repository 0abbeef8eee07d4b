import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { AgendaRail } from '#reviews/AgendaRail.tsx';
import { DealItem } from '#reviews/DealItem.tsx';
import { Minutes } from '#reviews/Minutes.tsx';
import { PrintSheet } from '#reviews/PrintSheet.tsx';
import { ReviewContext, type ReviewView } from '#reviews/review-context.tsx';
import styles from '#reviews/Review.module.css';
import { ReviewHeader } from '#reviews/ReviewHeader.tsx';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import { reviewQuery, reviews } from '#reviews/reviews.queries.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { failureMessages, isNotThere, wordsOf } from '#ui/refused.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { NotFoundNote } from '#ui/state/PageNotes.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';
import { toast } from '#ui/toast.tsx';

/** 商机评审: the agenda before, the session, the minutes after. `?item=` says which deal is on the table. */
export function ReviewPage() {
  const m = useMessages(reviewMessages);
  const failures = useMessages(failureMessages);
  const { reviewId = '' }: { reviewId?: string } = useParams({ strict: false });
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: page, error, refetch } = useQuery(reviewQuery(reviewId));
  const view = useMemo((): ReviewView | undefined => {
    if (!page) return undefined;
    const refresh = () => queries.invalidateQueries({ queryKey: reviews.key() });
    const send = async (command: () => Promise<unknown>) => {
      const done = await command().then(
        () => true,
        (refused: unknown) => {
          toast(wordsOf(refused, failures), { tone: 'bad' });
          return false;
        },
      );
      await refresh();
      return done;
    };
    return { page, writable: page.may.write && page.review.state !== 'closed', refresh, send };
  }, [page, queries, failures]);
  if (!view) {
    if (isNotThere(error)) return <NotFoundNote />;
    return error ? <RefusalAlert error={error} onRetry={() => void refetch()} /> : <PageSkeleton />;
  }
  const { review, items } = view.page;
  const shown = items.find(({ id }) => id === search['item']) ?? items.find(({ discussed }) => !discussed) ?? items[0];
  const show = (item: string) =>
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: (now: object) => ({ ...now, item }) as never,
    });
  return (
    <ReviewContext value={view}>
      <div className={styles.screen}>
        <ReviewHeader />
        {review.state === 'closed' && <Minutes />}
        {shown ? (
          <div className={styles.columns}>
            <AgendaRail shown={shown.id} onShow={show} />
            <DealItem key={shown.id} item={shown} onShow={show} />
          </div>
        ) : (
          <SectionCard>
            <EmptyState title={m.page.empty} hint={m.page.emptyHint} />
          </SectionCard>
        )}
      </div>
      <PrintSheet />
    </ReviewContext>
  );
}
