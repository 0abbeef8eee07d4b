import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Id } from '#shared/id.ts';
import { type Spot, CARD } from '#chain/canvas/spots.ts';

const MARGIN = 40;
const READABLE = 0.75;

/** Brings a card into view and the focus to it, as soon as it stands on the map. */
export function useReveal(spots: ReadonlyMap<Id, Spot>, box: RefObject<HTMLDivElement | null>) {
  const { getViewport, setCenter } = useReactFlow();
  const [wanted, setWanted] = useState<{ id: Id; closer: boolean } | null>(null);
  // Once: what moves later is not run after.
  const met = useRef(wanted);
  useEffect(() => {
    const spot = wanted && spots.get(wanted.id);
    if (!spot || !box.current || met.current === wanted) return;
    met.current = wanted;
    box.current.querySelector<HTMLElement>(`[data-card="${wanted.id}"]`)?.focus({ preventScroll: true });
    // The map may stand half below the edge of the window.
    box.current.scrollIntoView({ block: 'nearest' });
    const { x, y, zoom } = getViewport();
    const { clientWidth, clientHeight } = box.current;
    const [left, top] = [spot.x * zoom + x, spot.y * zoom + y];
    const [right, bottom] = [left + CARD.width * zoom, top + CARD.height * zoom];
    // What lies over the map at its top, as the question whom to connect, hides nobody that is asked about.
    const over = box.current.querySelector<HTMLElement>(':scope > [data-over-map]');
    const covered = over ? over.offsetTop + over.offsetHeight : 0;
    const inside =
      left > MARGIN && top > MARGIN + covered && right < clientWidth - MARGIN && bottom < clientHeight - MARGIN;
    const closer = wanted.closer ? Math.max(zoom, READABLE) : zoom;
    if (inside && closer === zoom) return;
    void setCenter(spot.x + CARD.width / 2, spot.y + CARD.height / 2 - covered / 2 / closer, {
      zoom: closer,
      duration: 160,
    });
  }, [wanted, spots, box, getViewport, setCenter]);
  return (id: Id, closer: boolean) => setWanted({ id, closer });
}
