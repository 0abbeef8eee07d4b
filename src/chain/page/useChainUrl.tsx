import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

export const chainShows = ['map', 'list', 'analysis', 'history'] as const;
export type ChainShow = (typeof chainShows)[number];

type Asked = { [name: string]: string | undefined };

/** What of the chain is shown, in the URL: `?show=list&person=…&q=…`. */
export function useChainUrl() {
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const asked = (name: string) => (typeof search[name] === 'string' ? search[name] : undefined);
  const change = useCallback(
    (next: Asked) =>
      void navigate({
        to: '.',
        replace: true,
        resetScroll: false,
        search: (now: object) => ({ ...now, ...next }) as never,
      }),
    [navigate],
  );
  return { asked, change };
}
