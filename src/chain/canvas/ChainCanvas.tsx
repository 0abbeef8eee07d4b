import { useMemo } from 'react';
import { useIsPhone } from '#ui/phone.tsx';
import { inheritedMap } from '#chain/inheritance.ts';
import type { ChainCanvasProps } from '#chain/canvas/canvas-props.ts';
import { MapDesk } from '#chain/canvas/MapDesk.tsx';
import { MapList } from '#chain/canvas/MapList.tsx';

/** The decision-chain map of an account or a deal: on a desk an instrument, on a phone a list of the same people. */
export function ChainCanvas({ level, account, deal, names, ...props }: ChainCanvasProps) {
  const isPhone = useIsPhone();
  const board = useMemo(
    () => ({
      map: inheritedMap(account, deal, names).map,
      own: level === 'deal' ? deal : account,
      under: level === 'deal' ? account : new Map(),
    }),
    [level, account, deal, names],
  );
  if (isPhone) return <MapList map={board.map} seesBeliefs={props.seesBeliefs} onOpen={props.onOpen} />;
  return <MapDesk {...props} board={board} />;
}
