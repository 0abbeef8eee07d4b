import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import type { Permission } from '#permissions/permission.ts';
import type { Role } from '#permissions/role.ts';
import type { Scope } from '#permissions/scope.ts';
import type { Lang } from '#shared/messages.ts';
import { dayOf, type Day } from '#shared/day.ts';

/** Who sits here and what she may do, as GET /api/session tells. */
export type Session = {
  user: {
    id: string;
    name: string;
    email: string;
    title: string | null;
    teamId: string | null;
    roles: readonly Role[];
    scope: Scope;
    lang: Lang;
    timeZone: string;
  };
  permissions: readonly Permission[];
  company: { id: string; name: string };
};

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession needs a page behind the sign-in');
  return session;
}

/** Whether this person may do it: to show an act or leave it out. The server decides again. */
export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return useCallback((permission) => permissions.includes(permission), [permissions]);
}

/** The calendar day at this person's desk. */
export function useToday(): Day {
  const { timeZone } = useSession().user;
  return useSyncExternalStore(everyMinute, () => dayOf(new Date(), timeZone));
}

function everyMinute(listener: () => void): () => void {
  const timer = setInterval(listener, 60_000);
  return () => clearInterval(timer);
}
