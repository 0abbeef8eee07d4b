import type { ChainEdge } from '#chain/chain-map.ts';
import type { EdgeKind } from '#chain/chain-scales.ts';
import type { Text } from '#shared/messages.ts';
import type { LineRoute } from '#chain/canvas/line-path.ts';

export type LineLook = {
  readonly colour: 'text-faint' | 'accent' | 'bad' | 'good' | 'dispute' | 'calm';
  readonly width: number;
  /** As an SVG stroke-dasharray; none: solid. */
  readonly dash?: string;
  readonly arrow: boolean;
  /** Drawn twice side by side. */
  readonly double?: boolean;
  /** In the middle of the line, so that no kind is told by colour alone; reporting lines have none. */
  readonly mark: Text | null;
};

const mark = (zh: string, en = zh): Text => ({ zh, en });

const looks: { readonly [K in Exclude<EdgeKind, 'influences'>]: LineLook } = {
  reportsTo: { colour: 'text-faint', width: 1.6, arrow: false, mark: null },
  introducedBy: { colour: 'dispute', width: 1.6, dash: '2 4', arrow: true, mark: mark('荐', 'In') },
  ally: { colour: 'good', width: 4.5, arrow: false, double: true, mark: mark('盟', 'A') },
  rival: { colour: 'bad', width: 2.2, dash: '9 4 2 4', arrow: false, mark: mark('争', 'R') },
  knows: { colour: 'calm', width: 1.4, dash: '4 4', arrow: false, mark: mark('识', 'K') },
};

type Line = Pick<ChainEdge, 'kind'> & { readonly sign?: 1 | -1; readonly strength?: 1 | 2 | 3 | null };

/** Every kind of line differs by stroke, ends and mark; an influence is as wide as it is strong, one that puts off is broken. */
export function lookOf(edge: Line, route?: LineRoute): LineLook {
  if (edge.kind === 'reportsTo' && route?.straight) return { ...looks.reportsTo, width: 1, arrow: true };
  if (edge.kind !== 'influences') return looks[edge.kind];
  const width = 1 + (edge.strength ?? 1) * 0.9;
  if (edge.sign === -1) return { colour: 'bad', width, dash: '8 5', arrow: true, mark: mark('−') };
  return { colour: 'accent', width, arrow: true, mark: mark('+') };
}

/** How the border of a card tells how much we have to do with somebody, 0–3; null: not known. */
export const contactBorders = {
  0: { width: 1.5, dash: '2 4' },
  1: { width: 1.5, dash: '7 4' },
  2: { width: 1.8, dash: undefined },
  3: { width: 4, dash: undefined },
} as const;
