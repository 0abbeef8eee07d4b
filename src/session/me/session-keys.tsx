import { currentSession, listSessions } from '#session/me/account-calls.tsx';

export const sessionKeys = ['sign-in', 'sessions'] as const;

/** Where one is signed in, which of them is this device, and whether the second factor is on. */
export const sessionsQuery = {
  queryKey: sessionKeys,
  queryFn: async () => {
    const [sessions, here] = await Promise.all([listSessions(), currentSession()]);
    if (sessions.failure ?? here.failure) throw new Error('sessions');
    return {
      rows: sessions.data ?? [],
      here: here.data?.session.token,
      secondFactor: here.data?.user.twoFactorEnabled === true,
    };
  },
};
