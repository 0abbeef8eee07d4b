import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Subject } from '#platform/subject.ts';
import { leadOf, pageOf, tell, toneOf } from '#timeline/event-telling.ts';
import { timelineContract } from '#timeline/timeline.contract.ts';
import { timelineMessages } from '#timeline/timeline.messages.ts';
import { queriesFor } from '#ui/client.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import { TimelineList } from '#ui/TimelineList.tsx';

export const timeline = queriesFor(timelineContract, 'timeline');

/** What happened to a record, newest first, older on asking. */
export function Timeline({ subject }: { subject: Subject }) {
  const m = useMessages(timelineMessages);
  const lang = useLang();
  const query = useInfiniteQuery(
    timeline.list.infiniteOptions({
      input: (after: string | undefined) => ({ subjectKind: subject.kind, subjectId: subject.id, after }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  if (query.error) return <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={5} />;
  const events = query.data.pages.flatMap((page) => page.rows);
  if (events.length === 0) return <EmptyState compact title={m.empty} hint={m.emptyHint} />;
  return (
    <TimelineList
      items={events.map((event) => {
        const { title, detail } = tell(event, lang);
        const page = event.subject.id === subject.id ? null : pageOf(event.subject);
        const lead = leadOf(event) ?? page;
        return {
          id: event.id,
          at: event.at,
          actor: event.actorName,
          title: lead ? <Link to={lead}>{title}</Link> : title,
          body: [detail, page && dealName(event)]
            .filter((part, at, all) => part && all.indexOf(part) === at)
            .join(' · '),
          tone: toneOf(event.type),
        };
      })}
      foot={
        query.hasNextPage && (
          <Button type="link" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {m.more}
          </Button>
        )
      }
    />
  );
}

/** Which of an account's deals it was. */
function dealName({ subject, type, data }: { subject: { kind: string }; type: string; data: Record<string, unknown> }) {
  const named = subject.kind === 'deal' && /^(?:deal|note)\./.test(type);
  return named && typeof data['name'] === 'string' ? data['name'] : undefined;
}
