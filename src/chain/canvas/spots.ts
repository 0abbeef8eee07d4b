import type { Id } from '#shared/id.ts';
import type { Text } from '#shared/messages.ts';
import type { ChainMap, ChainNode } from '#chain/chain-map.ts';
import { weightOf } from '#chain/chain-map.ts';

/** Every card of the map has this size, in pixels at full zoom. */
export const CARD = { width: 212, height: 90 } as const;
/** What stays free between two cards, and of it below a boss for the lines. */
export const GAP = { x: 40, y: 36, below: 52 } as const;
/** How all of the map is brought into view: not under the buttons at the right. */
export const fitting = { padding: { x: '20px', y: '20px', right: '64px' }, maxZoom: 1 } as const;

/** Where a card stands: its upper left corner. */
export type Spot = { readonly x: number; readonly y: number };
export type Box = Spot & { readonly width: number; readonly height: number };

/** A part of the ground with a name: a lane of one side or role, or a ring by distance. */
export type Area = Box & { readonly shape: 'lane' | 'ring'; readonly words: Text; readonly empty?: boolean };

/** Words of a scale at the head of an area: in English with a capital. */
export function headed({ zh, en }: Text): Text {
  return { zh, en: en.charAt(0).toUpperCase() + en.slice(1) };
}

/** Where everything stands, and the ground behind it. The same map always gives the same layout. */
export type Layout = {
  readonly spots: ReadonlyMap<Id, Spot>;
  readonly areas: readonly Area[];
  /** Bosses do not stand above their teams here: reporting lines run straight, thin and with an arrow. */
  readonly loose?: boolean;
};

export const layoutKinds = ['kept', 'reporting', 'rings', 'roles'] as const;
export type LayoutKind = (typeof layoutKinds)[number];

export function boxOf({ x, y }: Spot): Box {
  return { x, y, ...CARD };
}

export function middleOf({ x, y }: Spot): Spot {
  return { x: x + CARD.width / 2, y: y + CARD.height / 2 };
}

/** Around all of them; null: there is nothing. */
export function boundsOf(boxes: Iterable<Box>, margin = 0): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  if (left === Infinity) return null;
  return { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin };
}

export function overlap(a: Spot, b: Spot, gap = 0): boolean {
  return Math.abs(a.x - b.x) < CARD.width + gap && Math.abs(a.y - b.y) < CARD.height + gap;
}

/** Beliefs that order the cards: those of one group side by side, the weighty first; then by name, so that it never jumps. */
export function byStanding(a: ChainNode, b: ChainNode): number {
  return (
    factionOf(a).localeCompare(factionOf(b)) ||
    weight(b) - weight(a) ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** Empty: with no group. */
export function factionOf(node: ChainNode): string {
  return node.kind === 'person' && node.faction && node.faction !== 'none' ? node.faction : '';
}

function weight(node: ChainNode): number {
  if (node.kind === 'channel' || node.kind === 'ours') return 0;
  return weightOf(node) + (node.kind === 'person' && node.key ? 100 : 0);
}

/** Inside the customer, partners, and ourselves: three parts of the ground. */
export function sidesOf({ nodes }: ChainMap): { customer: ChainNode[]; channels: ChainNode[]; ours: ChainNode[] } {
  return {
    customer: nodes.filter(({ kind }) => kind === 'person' || kind === 'vacant').sort(byStanding),
    channels: nodes.filter(({ kind }) => kind === 'channel').sort(byStanding),
    ours: nodes.filter(({ kind }) => kind === 'ours').sort(byStanding),
  };
}
