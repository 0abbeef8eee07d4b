import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** After a change of page the reader stands at its heading, as after a full load. Filters in the URL move nothing. */
export function useFocusOnNavigation(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        const target = document.querySelector<HTMLElement>('#main h1[tabindex]') ?? document.getElementById('main');
        target?.focus({ preventScroll: true });
      }),
    [router],
  );
}
