import { useState } from 'react';
import type { Conflict, WantedChange } from '#chain/decide-change.ts';
import type { Done } from '#chain/canvas/undo.ts';
import { turnedBy } from '#chain/page/applied-changes.ts';
import { type Ground, useChain } from '#chain/page/chain-context.tsx';
import { dataOf, isRefused } from '#ui/refused.tsx';
import { toast } from '#ui/toast.tsx';

/** What stands between the wish and its being done; what was wanted is kept meanwhile. */
export type Held = {
  readonly wanted: readonly WantedChange[];
  readonly said: string | undefined;
  readonly ground?: Ground;
} & (
  | { readonly why: 'ground'; readonly fields: readonly string[] }
  | { readonly why: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly why: 'refused'; readonly error: unknown }
);

/**
 * Changes the map: asks for ground where a recorded belief is turned, shows both where somebody else was quicker, and
 * offers the way back. Nothing typed is lost to any of these. `said` is what the toast tells when it is done; none: silent.
 */
export function useChainChange(onDone?: () => void) {
  const { scene, change, steps, refresh } = useChain();
  const [held, setHeld] = useState<Held>();
  const [busy, setBusy] = useState(false);

  const send = async (
    wanted: readonly WantedChange[],
    said: string | undefined,
    ground?: Ground,
  ): Promise<Done | null> => {
    const kept = { wanted, said, ...(ground && { ground }) };
    const fields = ground ? [] : turnedBy(scene.own, wanted);
    if (fields.length > 0) {
      setHeld({ ...kept, why: 'ground', fields });
      return null;
    }
    setBusy(true);
    try {
      const done = await change(wanted, ground);
      setHeld(undefined);
      if (said) toast(said, done.back.length > 0 ? { undo: () => void steps.undo(done) } : {});
      onDone?.();
      return done;
    } catch (error) {
      if (isRefused(error, 'chain.groundRequired')) {
        const { fields: asked } = dataOf(error, 'chain.groundRequired') as { fields: string[] };
        setHeld({ ...kept, why: 'ground', fields: asked });
      } else if (isRefused(error, 'chain.changedMeanwhile')) {
        const { conflicts } = dataOf(error, 'chain.changedMeanwhile') as { conflicts: Conflict[] };
        await refresh();
        setHeld({ ...kept, why: 'conflict', conflicts });
      } else setHeld({ ...kept, why: 'refused', error });
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { send, held, busy, drop: () => setHeld(undefined) };
}
