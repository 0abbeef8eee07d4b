import { useSyncExternalStore } from 'react';

/** Up to this width the layout is a phone's; the stylesheets use the same number. */
const narrow = matchMedia('(max-width: 768px)');

function subscribe(listener: () => void) {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

export function isPhone(): boolean {
  return narrow.matches;
}

export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, isPhone);
}
