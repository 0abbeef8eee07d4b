import { useEffect, useLayoutEffect, useState, type ComponentType, type ReactNode } from 'react';

/** A part of a page whose code is fetched when it is first shown, or sooner (`useFetchSoon`). */
export type OnDemand<P extends object> = ComponentType<P> & { fetch: () => Promise<unknown> };

/**
 * What stands around the part stays while it is on its way, and a part that is here is shown at once. React's own lazy parts
 * are not used: once anything on the page is waited for, it shows none of them for 300 ms, however soon they are here.
 */
export function onDemand<P extends object>(
  load: () => Promise<ComponentType<P>>,
  meanwhile: ReactNode = null,
): OnDemand<P> {
  let here: ComponentType<P> | undefined;
  const fetch = async () => (here ??= await load());
  function Awaited(props: P) {
    const [Part, setPart] = useState(() => here);
    useLayoutEffect(() => {
      if (Part) return undefined;
      let wanted = true;
      fetch().then(
        (part) => wanted && setPart(() => part),
        // Thrown where the page's error boundary catches it.
        (error: unknown) =>
          wanted &&
          setPart(() => {
            throw error;
          }),
      );
      return () => {
        wanted = false;
      };
    }, [Part]);
    return Part ? <Part {...props} /> : meanwhile;
  }
  return Object.assign(Awaited, { fetch });
}

/** Fetches parts once the page rests, so that the click that shows one finds it here. Pass constants. */
export function useFetchSoon(...parts: readonly { fetch: () => Promise<unknown> }[]): void {
  const [wanted] = useState(parts);
  useEffect(() => whenIdle(() => wanted.forEach((part) => void part.fetch().catch(() => undefined))), [wanted]);
}

function whenIdle(run: () => void): () => void {
  // Safari has no idle callback.
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(run, 500);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(run);
  return () => cancelIdleCallback(asked);
}
