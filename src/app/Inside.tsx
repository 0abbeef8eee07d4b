import { useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { signOut } from '#session/auth.tsx';
import { sessionClient } from '#session/session.queries.tsx';
import { SessionGate } from '#session/SessionGate.tsx';
import { setLang } from '#ui/lang.tsx';
import { Shell } from '#ui/shell/Shell.tsx';
import { useNavigationNoted } from '#ui/shell/arrival.tsx';
import type { Lang } from '#shared/messages.ts';

/** Everything behind the sign-in. */
export function Inside() {
  useNavigationNoted();
  const queries = useQueryClient();
  const speak = (lang: Lang) => {
    setLang(lang);
    // The screen changes at once; what the server worded is asked again. A failure to keep the choice in the profile
    // costs only that another device still speaks the old language.
    void sessionClient
      .changeProfile({ lang })
      .catch(() => undefined)
      .then(() => queries.invalidateQueries());
  };
  return (
    <SessionGate>
      <Shell signOut={() => void signOut()} speak={speak}>
        <Outlet />
      </Shell>
    </SessionGate>
  );
}
