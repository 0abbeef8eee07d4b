import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { NoteEditor } from '#notes/NoteEditor.tsx';
import { NoteText } from '#notes/NoteText.tsx';
import { noteMessages } from '#notes/notes.messages.ts';
import { noteClient, notes } from '#notes/notes.queries.tsx';
import type { Subject } from '#platform/subject.ts';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan } from '#ui/session.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#notes/Notes.module.css';

/** What is written down about a record; writing is one click away and never lost to a refusal. */
export function NotesSection({ subject, count }: { subject: Subject; count?: number }) {
  const m = useMessages(noteMessages);
  const can = useCan();
  const queries = useQueryClient();
  const [round, setRound] = useState(0);
  const query = useInfiniteQuery(
    notes.list.infiniteOptions({
      input: (after: string | undefined) => ({ subjectKind: subject.kind, subjectId: subject.id, after }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  const refresh = () => queries.invalidateQueries();
  const write = async (body: string) => {
    await noteClient.create({ subjectKind: subject.kind, subjectId: subject.id, body });
    setRound(round + 1);
    await refresh();
  };
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <SectionCard title={m.title} note={count || undefined}>
      {can('task.write') && <NoteEditor key={round} label={m.write} save={write} />}
      <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <SkeletonLines lines={3} />}
      {query.isSuccess && rows.length === 0 && <p className={styles.empty}>{m.empty}</p>}
      <ul className={styles.notes}>
        {rows.map((note) => (
          <NoteText key={note.id} note={note} onChanged={refresh} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button type="link" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {m.more}
        </Button>
      )}
    </SectionCard>
  );
}
