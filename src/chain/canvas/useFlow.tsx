import { type NodeChange, Position } from '@xyflow/react';
import { useMemo, useState } from 'react';
import type { Id } from '#shared/id.ts';
import type { ChainMap } from '#chain/chain-map.ts';
import { edgeKinds } from '#chain/chain-scales.ts';
import type { Place } from '#chain/canvas/canvas-props.ts';
import type { CardNode } from '#chain/canvas/Card.tsx';
import { factionShapes } from '#chain/canvas/faction-shapes.ts';
import type { Marks } from '#chain/canvas/history-view.ts';
import { layoutOf } from '#chain/canvas/layout.ts';
import type { LineEdge } from '#chain/canvas/Line.tsx';
import { routesOf } from '#chain/canvas/line-routes.ts';
import { type MapFilter, passes } from '#chain/canvas/map-filter.ts';
import { bossesOf, folded, teamsOf } from '#chain/canvas/reporting-tree.ts';
import { type LayoutKind, type Spot, CARD } from '#chain/canvas/spots.ts';
import { topmost } from '#chain/canvas/steering.ts';
import { useLang } from '#ui/lang.tsx';
import styles from '#chain/canvas/Canvas.module.css';

type Asked = {
  map: ChainMap;
  places: readonly Place[];
  kind: LayoutKind;
  folds: ReadonlySet<Id>;
  filter: MapFilter;
  marks?: Marks | undefined;
  active: Id | null;
  chosen: ReadonlySet<Id>;
  line: Id | null;
};

/**
 * Said here, or the library would measure them on every card: a line that is drawn ends anywhere on a card. Lines reckon from
 * them where the cards stand (Line).
 */
const handles = [
  { type: 'target' as const, position: Position.Top, x: 0, y: 0, ...CARD },
  { type: 'source' as const, position: Position.Right, x: CARD.width, y: CARD.height / 2, width: 0, height: 0 },
];

const nobody: ReadonlyMap<Id, Spot> = new Map();

/** The map as the canvas draws it. What did not change keeps its identity, so that only what did is drawn anew. */
export function useFlow({ map, places, kind, folds, filter, marks, active, chosen, line }: Asked) {
  const lang = useLang();
  const { map: shown, hidden } = useMemo(() => folded(map, folds), [map, folds]);
  const layout = useMemo(() => layoutOf(kind, shown, places), [kind, shown, places]);
  const [drag, setDrag] = useState({ layout, moved: nobody });
  // A new layout is the truth: what was being dragged before it is over.
  const moved = drag.layout === layout ? drag.moved : nobody;
  const spots = useMemo(() => new Map([...layout.spots, ...moved]), [layout, moved]);

  const cards = useMemo(() => {
    const teams = teamsOf(bossesOf(shown));
    return shown.nodes.map((node): CardNode => {
      const mark = marks?.get(node.id);
      const count = hidden.get(node.id) ?? 0;
      return {
        id: node.id,
        type: 'card',
        position: layout.spots.get(node.id) ?? { x: 0, y: 0 },
        data: { node, team: teams.get(node.id)?.length ?? 0, hidden: count, ...(mark && { mark }) },
        ...CARD,
        measured: CARD,
        handles,
      };
    });
  }, [shown, layout, hidden, marks]);

  const stop = active !== null && spots.has(active) ? active : topmost(layout.spots);
  const dimmed = useMemo(
    () => new Set(shown.nodes.filter((node) => !passes(node, filter)).map(({ id }) => id)),
    [shown, filter],
  );
  const nodes = useMemo(
    () =>
      cards.map((card) => {
        const { id } = card;
        const position = moved.get(id);
        const selected = id === active;
        const className = [dimmed.has(id) && styles.dimmed, chosen.has(id) && styles.chosen].filter(Boolean).join(' ');
        if (!position && !selected && !className && id !== stop) return card;
        return {
          ...card,
          ...(position && { position }),
          ...(className && { className }),
          ...(selected && { selected, zIndex: 1000 }),
          ...(id === stop && { data: { ...card.data, stop: true } }),
        };
      }),
    [cards, moved, active, dimmed, chosen, stop],
  );

  // Of all lines, so that those that stay do not move when others are filtered out.
  const routes = useMemo(() => routesOf(shown.edges, layout), [shown, layout]);
  const edges = useMemo(() => {
    const drawn = shown.edges.filter((edge) => !filter.hiddenLines.has(edge.kind));
    const called = new Map(shown.nodes.map(({ id, name }) => [id, name]));
    return drawn.map((edge): LineEdge => {
      const mark = marks?.get(edge.id);
      return {
        id: edge.id,
        type: 'line',
        source: edge.from,
        target: edge.to,
        ariaLabel: `${called.get(edge.from) ?? ''} ${edgeKinds[edge.kind][lang]} ${called.get(edge.to) ?? ''}`,
        // The library calls its lines "edge" in English.
        domAttributes: { 'aria-roledescription': undefined },
        data: { edge, route: routes.get(edge.id)!, ...(mark && { mark }) },
      };
    });
  }, [shown, routes, filter, marks, lang]);
  const lines = useMemo(
    () =>
      edges.map((edge) => {
        const className = dimmed.has(edge.source) || dimmed.has(edge.target) ? styles.dimmed! : '';
        if (edge.id === line) return { ...edge, className, selected: true, zIndex: 900 };
        return className ? { ...edge, className } : edge;
      }),
    [edges, dimmed, line],
  );
  const factions = useMemo(() => factionShapes(shown, spots), [shown, spots]);

  const onNodesChange = (changes: NodeChange<CardNode>[]) => {
    const steps = changes.flatMap((change) =>
      change.type === 'position' && change.position ? [[change.id, change.position] as const] : [],
    );
    if (steps.length === 0) return;
    setDrag((now) => ({ layout, moved: new Map([...(now.layout === layout ? now.moved : nobody), ...steps]) }));
  };
  return { shown, layout, spots, nodes, lines, factions, dimmed, moved, onNodesChange };
}
