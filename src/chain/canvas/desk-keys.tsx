import type { useReactFlow } from '@xyflow/react';
import type { Id } from '#shared/id.ts';
import { lineKinds } from '#chain/canvas/ConnectSheet.tsx';
import { fitting } from '#chain/canvas/spots.ts';
import type { DeskProps } from '#chain/canvas/MapDesk.tsx';
import { topmost, towards } from '#chain/canvas/steering.ts';
import type { KeyActs } from '#chain/canvas/canvas-keys.tsx';
import type { DeskState } from '#chain/canvas/useDesk.tsx';

type Zooming = Pick<ReturnType<typeof useReactFlow>, 'zoomIn' | 'zoomOut' | 'fitView'>;

/**
 * What each key does to the desk as it is now. What changes the map does nothing for those who only read.
 * @param at the card that has the focus; it need not be chosen
 */
export function deskKeys(
  desk: DeskState,
  { canEdit, steps, onOpen }: DeskProps,
  zooming: Zooming,
  find: () => void,
  at: Id | null,
): KeyActs {
  const { line, drawing, flow } = desk;
  const active = desk.active ?? at;
  const edits = (run: () => unknown) => () => void (canEdit && run());
  return {
    move: (direction) => {
      const { spots, lines } = flow;
      const edges = lines.flatMap(({ data }) => (data ? [data.edge] : []));
      const next = active ? towards(direction, active, spots, edges) : topmost(spots);
      if (next) desk.focus(next);
    },
    shift: (direction) => void (canEdit && active && desk.shift(active, direction)),
    open: () => {
      if (!active) return;
      if (drawing && drawing.to === null) desk.pick(active, false);
      else onOpen(active);
    },
    add: edits(() => desk.setAsking({ under: active })),
    connect: edits(() => active && desk.startLine(active)),
    remove: edits(() => (line ? desk.remove('edge', line) : active && desk.remove('node', active))),
    fold: () => {
      if (active) desk.fold(active);
    },
    choose: edits(() => active && desk.choose(active)),
    faction: edits(() => desk.chosen.size > 0 && desk.setAsking('faction')),
    nextLine: () => active && desk.stepLine(active),
    kind: (n) => {
      if (drawing) desk.setDrawing({ ...drawing, kind: lineKinds[n]! });
    },
    find,
    undo: edits(steps.undo),
    redo: edits(steps.redo),
    zoom: (step) => {
      const duration = 120;
      if (step === 0) void zooming.fitView({ ...fitting, duration });
      else void (step > 0 ? zooming.zoomIn({ duration }) : zooming.zoomOut({ duration }));
    },
    escape: desk.escape,
    help: () => desk.setAsking('help'),
  };
}
