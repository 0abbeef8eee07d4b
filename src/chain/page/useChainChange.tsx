import { useState } from 'react';
import type { Conflict, WantedChange } from '#chain/decide-change.ts';
import { applied, turnedBy, wayBetween } from '#chain/page/applied-changes.ts';
import { type Ground, useChain } from '#chain/page/chain-context.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { dataOf, failureMessages, isRefused, wordsOf } from '#ui/refused.tsx';
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
  const m = useMessages(personMessages);
  const failures = useMessages(failureMessages);
  const { scene, change, refresh } = useChain();
  const [held, setHeld] = useState<Held>();
  const [busy, setBusy] = useState(false);

  const send = async (wanted: readonly WantedChange[], said: string | undefined, ground?: Ground): Promise<boolean> => {
    const kept = { wanted, said, ...(ground && { ground }) };
    const fields = ground ? [] : turnedBy(scene.own, wanted);
    if (fields.length > 0) {
      setHeld({ ...kept, why: 'ground', fields });
      return false;
    }
    const back = wayBetween(applied(scene.own, scene.under, wanted), scene.own);
    setBusy(true);
    try {
      await change(wanted, ground);
      setHeld(undefined);
      const undo = () => {
        change(back, { reason: m.undoReason }).catch((error: unknown) =>
          toast(wordsOf(error, failures), { tone: 'bad' }),
        );
      };
      if (said) toast(said, back.length > 0 ? { undo } : {});
      onDone?.();
      return true;
    } catch (error) {
      if (isRefused(error, 'chain.groundRequired')) {
        const { fields: asked } = dataOf(error, 'chain.groundRequired') as { fields: string[] };
        setHeld({ ...kept, why: 'ground', fields: asked });
      } else if (isRefused(error, 'chain.changedMeanwhile')) {
        const { conflicts } = dataOf(error, 'chain.changedMeanwhile') as { conflicts: Conflict[] };
        await refresh();
        setHeld({ ...kept, why: 'conflict', conflicts });
      } else setHeld({ ...kept, why: 'refused', error });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { send, held, busy, drop: () => setHeld(undefined) };
}
