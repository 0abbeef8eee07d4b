import { useMemo, useState, useSyncExternalStore } from 'react';
import type { ChainView } from '#chain/chain.contract.ts';
import type { ChainCommands } from '#chain/chain.queries.tsx';
import { layoutChoice } from '#chain/canvas/canvas-choices.tsx';
import { canvasMessages } from '#chain/canvas/canvas.messages.ts';
import {
  type Done,
  type Moved,
  type Step,
  type Steps,
  acted,
  doneBy,
  movedBack,
  noSteps,
  steppedBack,
  steppedForth,
  stillHolds,
  turned,
  without,
} from '#chain/canvas/undo.ts';
import { type ChainSubject, chainSceneOf } from '#chain/page/chain-scene.ts';
import { useMessages } from '#ui/lang.tsx';
import { failureMessages, isRefused, wordsOf } from '#ui/refused.tsx';
import { toast } from '#ui/toast.tsx';

type Asked = {
  kind: ChainSubject['kind'];
  /** the map as the browser knows it now; both keep their identity */
  kept: { view: () => ChainView | undefined; refresh: () => Promise<unknown> };
  commands: ChainCommands;
  inTurn: <T>(run: () => Promise<T>) => Promise<T>;
};

/**
 * What this person did to a map, in whichever part of the page, in one order: taken back and done again step by step, never
 * over the head of somebody who changed the same since.
 */
export function useChainSteps({ kind, kept, commands, inTurn }: Asked) {
  const m = useMessages(canvasMessages);
  const failures = useMessages(failureMessages);
  const [log] = useState(stepLog);
  const steps = useSyncExternalStore(log.onChange, log.now);

  return useMemo(() => {
    /** What was done instead; null: somebody was quicker. @throws what else stands in the way */
    const takeBack = async (last: Done, reason: string): Promise<Step | null> => {
      const now = kept.view();
      if (!now) return null;
      const { own, under } = chainSceneOf(now, kind);
      if (!stillHolds(own, last)) return null;
      const done = doneBy(own, under, last.back);
      try {
        await commands.change({ basedOn: now.version, wanted: last.back, reason });
        return done;
      } catch (error) {
        if (!isRefused(error, 'chain.changedMeanwhile')) throw error;
        await kept.refresh();
        return null;
      }
    };
    const moveBack = async (last: Moved): Promise<Step> => {
      const places = movedBack(kept.view()?.places ?? [], last);
      const back = turned(last, layoutChoice.get());
      layoutChoice.set(last.layout);
      if (places.length > 0) await commands.place(places);
      return back;
    };
    const step = async (last: Step | undefined, reason: string, taken: typeof steppedBack): Promise<void> => {
      if (!last) return;
      try {
        const act = 'written' in last ? await takeBack(last, reason) : await moveBack(last);
        if (!act) toast(m.notUndone, { tone: 'bad' });
        log.set(act ? taken(log.now(), last, act) : without(log.now(), last));
      } catch (error) {
        toast(wordsOf(error, failures), { tone: 'bad' });
      }
    };
    return {
      /** Keeps what was done. */
      add: (act: Step) => log.set(acted(log.now(), act)),
      /** The newest step, or one that a word on the screen offers to take back as long as it is one. */
      undo: (one?: Step) =>
        inTurn(() => {
          const { done } = log.now();
          return step(one ? done.find((each) => each === one) : done.at(-1), m.undoneReason, steppedBack);
        }),
      redo: () => inTurn(() => step(log.now().undone.at(-1), m.redoneReason, steppedForth)),
      canUndo: steps.done.length > 0,
      canRedo: steps.undone.length > 0,
    };
  }, [kind, kept, commands, inTurn, log, steps, m, failures]);
}

function stepLog() {
  let steps: Steps = noSteps;
  const listeners = new Set<() => void>();
  return {
    now: () => steps,
    set: (next: Steps) => {
      steps = next;
      for (const listener of listeners) listener();
    },
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
