import { Outlet } from '@tanstack/react-router';
import { SessionGate } from '#session/SessionGate.tsx';
import { signOut } from '#session/auth.tsx';
import { Shell } from '#ui/shell/Shell.tsx';
import { useFocusOnNavigation } from '#ui/shell/useFocusOnNavigation.tsx';

/** Everything behind the sign-in. */
export function Inside() {
  useFocusOnNavigation();
  return (
    <SessionGate>
      <Shell signOut={() => void signOut()}>
        <Outlet />
      </Shell>
    </SessionGate>
  );
}
