import { useRef, useState } from 'react';
import { toast } from '#ui/toast.tsx';
import type { Items } from '#chain/chain-items.ts';
import type { WantedChange } from '#chain/decide-change.ts';
import type { CanvasWords } from '#chain/canvas/canvas.messages.ts';
import type { ChainCanvasProps, Ground } from '#chain/canvas/canvas-props.ts';
import { type Done, acted, doneBy, noSteps, steppedBack, steppedForth, stillHolds } from '#chain/canvas/undo.ts';

type Asked = { own: Items; under: Items; onChange: ChainCanvasProps['onChange']; m: CanvasWords };

/** Acts of the person, one at a time, which can be taken back and done again. */
export function useSteps({ own, under, onChange, m }: Asked) {
  const [steps, setSteps] = useState(noSteps);
  const busy = useRef(false);
  const send = async (
    wanted: readonly WantedChange[],
    kept: (done: Done) => void,
    ground?: Ground,
  ): Promise<boolean> => {
    if (busy.current || wanted.length === 0) return false;
    busy.current = true;
    const done = doneBy(own, under, wanted);
    try {
      const ok = await onChange(wanted, ground);
      if (ok) kept(done);
      return ok;
    } finally {
      busy.current = false;
    }
  };
  const again = async (last: Done | undefined, kept: (done: Done) => void, reason: string) => {
    if (!last) return;
    if (stillHolds(own, last)) await send(last.back, kept, { reason });
    else {
      toast(m.notUndone, { tone: 'bad' });
      setSteps(noSteps);
    }
  };
  return {
    act: (wanted: readonly WantedChange[], ground?: Ground) =>
      send(wanted, (done) => setSteps((now) => acted(now, done)), ground),
    undo: () => again(steps.done.at(-1), (done) => setSteps((now) => steppedBack(now, done)), m.undoneReason),
    redo: () => again(steps.undone.at(-1), (done) => setSteps((now) => steppedForth(now, done)), m.redoneReason),
    canUndo: steps.done.length > 0,
    canRedo: steps.undone.length > 0,
  };
}
