import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

let moved = false;

/** Notes that the reader goes to another page. Filters in the URL and the first page do not count. */
export function useNavigationNoted(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
        if (fromLocation && pathChanged) moved = true;
      }),
    [router],
  );
}

/** A page that is reached by navigation takes the focus at its heading, as a full load would. */
export function useFocusOnArrival(): void {
  useEffect(() => {
    if (!moved) return;
    moved = false;
    const target = document.querySelector<HTMLElement>('#main h1[tabindex]') ?? document.getElementById('main');
    target?.focus({ preventScroll: true });
  }, []);
}
