import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { currentLang, localeOf } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SessionContext, type Session } from '#ui/session.tsx';
import { announceSignedOut } from '#ui/signed-out.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';
import styles from '#session/SignIn.module.css';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session | null> => {
    const response = await fetch('/api/session', {
      signal,
      credentials: 'same-origin',
      headers: { 'accept-language': localeOf(currentLang()) },
    });
    if (response.status === 401) {
      announceSignedOut();
      return null;
    }
    if (!response.ok) throw new Error(`GET /api/session answered ${response.status}`);
    return (await response.json()) as Session;
  },
  staleTime: 5 * 60_000,
});

/** Knows who is here before anything of the inside is shown; a stranger is taken to sign-in. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useQuery(sessionQuery);
  if (data) return <SessionContext value={data}>{children}</SessionContext>;
  return (
    <div className={styles.waiting}>
      {error ? <RefusalAlert error={error} onRetry={() => void refetch()} /> : <PageSkeleton />}
    </div>
  );
}
