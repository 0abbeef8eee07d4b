import { useSyncExternalStore } from 'react';
import { choice } from '#ui/preference.tsx';
import { dark, light, type Palette } from '#ui/theme/palette.ts';

export const schemes = ['system', 'light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

export const scheme = choice<Scheme>('scheme', schemes, 'system');

const system = matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void) {
  system.addEventListener('change', listener);
  return () => system.removeEventListener('change', listener);
}

export function useIsDark(): boolean {
  const asked = scheme.use();
  const systemDark = useSyncExternalStore(subscribe, () => system.matches);
  return asked === 'dark' || (asked === 'system' && systemDark);
}

/** The colours in force, for charts and canvases that cannot read CSS variables. */
export function usePalette(): Palette {
  return useIsDark() ? dark : light;
}

/** Puts the palette where CSS reads it. Through the CSSOM, so that the content policy needs no inline style for it. */
export function paint(isDark: boolean): void {
  const root = document.documentElement;
  root.dataset.scheme = isDark ? 'dark' : 'light';
  root.style.colorScheme = isDark ? 'dark' : 'light';
  for (const [name, colour] of Object.entries(isDark ? dark : light)) root.style.setProperty(`--lm-${name}`, colour);
}

export function isDarkNow(): boolean {
  return scheme.get() === 'dark' || (scheme.get() === 'system' && system.matches);
}
