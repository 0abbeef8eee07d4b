import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { sessionQuery } from '#session/session.queries.tsx';
import { adoptLang } from '#ui/lang.tsx';
import { isRefused } from '#ui/refused.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SessionContext } from '#ui/session.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';
import styles from '#session/SignIn.module.css';

/** Knows who is here before anything of the inside is shown; a stranger is taken to sign-in by the app. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useQuery(sessionQuery);
  const lang = data?.user.lang;
  useEffect(() => {
    if (lang) adoptLang(lang);
  }, [lang]);
  if (data) return <SessionContext value={data}>{children}</SessionContext>;
  if (!error || isRefused(error, 'session.required')) return <PageSkeleton bare />;
  return (
    <div className={styles.failed}>
      <RefusalAlert error={error} onRetry={() => void refetch()} />
    </div>
  );
}
