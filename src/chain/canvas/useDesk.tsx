import { useReactFlow, useStore } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import type { Id } from '#shared/id.ts';
import { toast } from '#ui/toast.tsx';
import type { ChainEdge } from '#chain/chain-map.ts';
import { useSpeech } from '#chain/canvas/canvas-choices.tsx';
import type { CanvasActs } from '#chain/canvas/canvas-context.tsx';
import type { Drawing } from '#chain/canvas/ConnectSheet.tsx';
import type { DeskProps } from '#chain/canvas/MapDesk.tsx';
import { noFilter, toggled } from '#chain/canvas/map-filter.ts';
import { bossesOf } from '#chain/canvas/reporting-tree.ts';
import { fitting } from '#chain/canvas/spots.ts';
import { useFlow } from '#chain/canvas/useFlow.tsx';
import { type Direction, directions, stepped, towards } from '#chain/canvas/steering.ts';
import { usePlaces } from '#chain/canvas/usePlaces.tsx';
import { useReveal } from '#chain/canvas/useReveal.tsx';
import {
  type NewNode,
  addWanted,
  connectWanted,
  factionWanted,
  kindsBetween,
  removeWanted,
} from '#chain/canvas/wanted-acts.ts';

/** What is asked over the canvas. */
export type Asking = 'help' | 'export' | 'faction' | { readonly under: Id | null };

type Box = RefObject<HTMLDivElement | null>;

/** What one looks at and is about to do; the map itself is its owner's. */
export function useDesk({ board, places, marks, canEdit, seesBeliefs, steps, onPlaces, onOpen }: DeskProps, box: Box) {
  const { map } = board;
  const speech = useSpeech(seesBeliefs);
  const { kept, kind, move } = usePlaces({ places, onPlaces, steps });
  const [folds, setFolds] = useState<ReadonlySet<Id>>(new Set());
  const [filter, setFilter] = useState(noFilter);
  const [active, setActive] = useState<Id | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());
  const [line, setLine] = useState<Id | null>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const marked = useMemo(() => (drawing ? new Set([drawing.from]) : chosen), [drawing, chosen]);
  const flow = useFlow({ map, places: kept, kind, folds, filter, marks, active, chosen: marked, line });
  const reveal = useReveal(flow.spots, box);
  const { fitView } = useReactFlow();
  // The room has changed, or what stands in it; what is seen for the first time does not move.
  const room = useStore(({ width, height }) => width > 0 && `${kind} ${width} ${height}`);
  const fitted = useRef<string>(undefined);
  useEffect(() => {
    if (!room) return;
    void fitView({ ...fitting, duration: fitted.current ? 160 : 0 });
    fitted.current = room;
  }, [room, fitView]);

  const called = useMemo(() => {
    const names = new Map(map.nodes.map(({ id, name }) => [id, name]));
    return (id: Id) => names.get(id) ?? '—';
  }, [map]);
  const isPerson = (id: Id) => map.nodes.some((node) => node.id === id && node.kind === 'person');

  const focus = (id: Id, closer = false) => {
    setActive(id);
    setLine(null);
    reveal(id, closer);
  };
  const startLine = (from: Id, to: Id | null = null) => {
    const id = newId();
    const kind = (to && kindsBetween(board, from, to, id)[0]) || 'influences';
    setDrawing({ id, from, to, kind, sign: 1, strength: 2 });
  };
  const remove = async (item: 'node' | 'edge', id: Id) => {
    const [next] = [bossesOf(map).get(id), ...directions.map((way) => towards(way, id, flow.spots, map.edges))].filter(
      Boolean,
    );
    const name = called(id);
    // The card that has the focus goes: keys pressed before another has it are heard by the ground.
    box.current?.focus();
    const done = await steps.act([removeWanted(item, id)]);
    if (!done) return;
    setLine(null);
    if (item !== 'node') return;
    // Who works by keys stays on the map.
    if (next) focus(next);
    else setActive(null);
    toast(speech.m.removed(name), { undo: () => void latest.current.steps.undo(done) });
  };
  const fold = (id: Id) => setFolds((now) => toggled(now, id));
  const acts = { steps, focus, startLine, remove, fold, onOpen, setAsking, setActive };
  // Cards keep the acts that they were given, and these always do what the newest would.
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  const cardActs = useMemo(
    (): CanvasActs => ({
      speech,
      canEdit,
      called,
      open: (id) => latest.current.onOpen(id),
      addUnder: (id) => latest.current.setAsking({ under: id }),
      connectFrom: (id) => latest.current.startLine(id),
      remove: (id) => void latest.current.remove('node', id),
      removeLine: (id) => void latest.current.remove('edge', id),
      fold: (id) => latest.current.fold(id),
    }),
    [speech, canEdit, called],
  );

  const { spots, layout } = flow;
  const onDragged = useCallback(() => move(layout.spots, spots), [move, layout, spots]);

  return {
    speech,
    called,
    flow,
    cardActs,
    kind,
    hasPlaces: kept.length > 0,
    folds,
    filter,
    setFilter,
    active,
    chosen,
    setChosen,
    line,
    drawing,
    setDrawing,
    asking,
    setAsking,
    focus,
    startLine,
    remove,
    fold,
    onDragged,
    /** By keys a card is moved step by step; it is kept where it stands when the keys are let go. */
    shift: (id: Id, direction: Direction) => {
      const spot = spots.get(id);
      if (!spot) return;
      flow.onNodesChange([{ type: 'position', id, position: stepped(direction, spot) }]);
      focus(id);
    },
    onLetGo: () => {
      if (flow.moved.size > 0) onDragged();
    },
    /** A card was clicked, or Enter pressed on it while a line is drawn. */
    pick: (id: Id, several: boolean) => {
      if (drawing && drawing.to === null && id !== drawing.from) {
        const kinds = kindsBetween(board, drawing.from, id, drawing.id);
        const fits = kinds.includes(drawing.kind) ? drawing.kind : (kinds[0] ?? drawing.kind);
        setDrawing({ ...drawing, to: id, kind: fits });
      } else if (several && canEdit && isPerson(id)) setChosen(toggled(chosen, id));
      else {
        setActive(id);
        setLine(null);
      }
    },
    pickLine: (id: Id | null) => {
      setLine(id);
      setActive(null);
      setChosen(new Set());
    },
    stepLine: (id: Id) => {
      const own = flow.lines.filter(({ source, target }) => source === id || target === id);
      const next = own[(own.findIndex((one) => one.id === line) + 1) % Math.max(1, own.length)];
      if (next) setLine(next.id);
    },
    choose: (id: Id) => {
      if (isPerson(id)) setChosen(toggled(chosen, id));
    },
    add: async (node: NewNode, boss: Id | null) => {
      const wanted = addWanted(board, node, boss ? { id: boss, line: newId() } : undefined);
      if (await steps.act(wanted)) focus(node.id);
    },
    draw: async (edge: ChainEdge) => {
      if (!(await steps.act(connectWanted(board, edge)))) return;
      setDrawing(null);
      focus(edge.from);
    },
    setFaction: async (faction: Id, name?: string) => {
      if (await steps.act(factionWanted([...chosen], faction, name))) setChosen(new Set());
    },
    escape: () => {
      if (drawing) {
        setDrawing(null);
        focus(drawing.from);
      } else if (line) setLine(null);
      else if (chosen.size > 0) setChosen(new Set());
      else setActive(null);
    },
  };
}
export type DeskState = ReturnType<typeof useDesk>;
