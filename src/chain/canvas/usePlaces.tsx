import { useCallback, useState } from 'react';
import type { Id } from '#shared/id.ts';
import { layoutChoice } from '#chain/canvas/canvas-choices.tsx';
import type { ChainCanvasProps, Place } from '#chain/canvas/canvas-props.ts';
import type { LayoutKind, Spot } from '#chain/canvas/spots.ts';

type Asked = Pick<ChainCanvasProps, 'places' | 'onPlaces' | 'steps'>;

/** Where cards are kept by hand, and which layout is looked at. */
export function usePlaces({ places, onPlaces, steps }: Asked) {
  const chosenKind = layoutChoice.use();
  const [mine, setMine] = useState<{ base: readonly Place[]; places: readonly Place[] } | null>(null);
  // Shown at once; the owner's places count again as soon as they are others.
  const kept = mine?.base === places ? mine.places : places;
  const kind: LayoutKind = chosenKind === 'kept' && kept.length === 0 ? 'reporting' : chosenKind;
  /** Cards stand elsewhere now. Only what differs is written: a colleague may be moving another one. */
  const move = useCallback(
    (before: ReadonlyMap<Id, Spot>, after: ReadonlyMap<Id, Spot>) => {
      const at = new Map(kept.map((place) => [place.id, place]));
      const from: Place[] = [];
      const to: Place[] = [];
      const rest: Place[] = [];
      for (const [id, spot] of after) {
        const place = placeAt(id, spot);
        const old = at.get(id) ?? placeAt(id, before.get(id) ?? spot);
        if (old.x !== place.x || old.y !== place.y) {
          from.push(old);
          to.push(place);
        } else if (!at.has(id)) rest.push(place);
      }
      if (to.length === 0) return;
      for (const place of [...to, ...rest]) at.set(place.id, place);
      setMine({ base: places, places: [...at.values()] });
      layoutChoice.set('kept');
      onPlaces(to, rest);
      steps.add({ from, to, layout: kind });
    },
    [kept, kind, places, onPlaces, steps],
  );
  return { kept, kind, move };
}

function placeAt(id: Id, { x, y }: Spot): Place {
  return { id, x: Math.round(x), y: Math.round(y) };
}
