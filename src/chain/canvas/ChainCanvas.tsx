import { useMemo } from 'react';
import { useIsPhone } from '#ui/phone.tsx';
import { inheritedMap } from '#chain/inheritance.ts';
import { useSpeech } from '#chain/canvas/canvas-choices.tsx';
import type { ChainCanvasProps } from '#chain/canvas/canvas-props.ts';
import { MapDesk } from '#chain/canvas/MapDesk.tsx';
import { MapList } from '#chain/canvas/MapList.tsx';
import { useSteps } from '#chain/canvas/useSteps.tsx';

/** The decision-chain map of an account or a deal: on a desk an instrument, on a phone a list of the same people. */
export function ChainCanvas({ level, account, deal, names, onChange, ...props }: ChainCanvasProps) {
  const isPhone = useIsPhone();
  const { m } = useSpeech(props.seesBeliefs);
  const board = useMemo(
    () => ({
      map: inheritedMap(account, deal, names).map,
      own: level === 'deal' ? deal : account,
      under: level === 'deal' ? account : new Map(),
    }),
    [level, account, deal, names],
  );
  const steps = useSteps({ own: board.own, under: board.under, onChange, m });
  if (isPhone) return <MapList map={board.map} seesBeliefs={props.seesBeliefs} onOpen={props.onOpen} />;
  return <MapDesk {...props} board={board} steps={steps} />;
}
