import { lazy, Suspense, useEffect, useState, type ComponentType, type ReactNode } from 'react';

/** A part of a page whose code is fetched when it is first shown, or sooner (`useFetchSoon`). */
export type OnDemand<P extends object> = ComponentType<P> & { fetch: () => Promise<unknown> };

/** What stands around the part stays while it is on its way. */
export function onDemand<P extends object>(
  load: () => Promise<ComponentType<P>>,
  meanwhile: ReactNode = null,
): OnDemand<P> {
  let here: ComponentType<P> | undefined;
  const fetch = async () => (here ??= await load());
  const Part = lazy(async () => ({ default: await fetch() })) as ComponentType<P>;
  function Awaited(props: P) {
    // What is here already is shown at once: a lazy part would give way to what stands for it, for 300 ms at the least.
    const [Shown] = useState(() => here ?? Part);
    return (
      <Suspense fallback={meanwhile}>
        <Shown {...props} />
      </Suspense>
    );
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
