import type { Day } from '#shared/day.ts';
import { daysBetween } from '#shared/day.ts';
import { type BuyingRole, buyingRoles } from '#method/scales.ts';
import { type ChainNode, weightOf } from '#chain/chain-map.ts';
import { type ChainScene, calledIn } from '#chain/page/chain-scene.ts';
import { STALE_AFTER_DAYS } from '#chain/staleness.ts';

export const sides = ['all', 'for', 'neutral', 'against', 'unknown', 'stale'] as const;
export type Side = (typeof sides)[number];

/** What the list is narrowed to, as its URL says it. */
export type RowFilter = { readonly text: string; readonly side: Side; readonly role: BuyingRole | undefined };

export function readFilter(asked: (name: string) => string | undefined): RowFilter {
  return {
    text: asked('q') ?? '',
    side: sides.find((side) => side === asked('side')) ?? 'all',
    role: (Object.keys(buyingRoles) as BuyingRole[]).find((role) => role === asked('role')),
  };
}

/** Whether nobody has confirmed somebody for long; only people grow stale. */
export function isStale({ confirmed }: ChainScene, { id, kind }: ChainNode, today: Day): boolean {
  const on = confirmed.get(id);
  return kind === 'person' && (on === undefined || daysBetween(on, today) > STALE_AFTER_DAYS);
}

/** Who is shown: customer's people by weight, then vacant roles, channels, our side. */
export function rowsOf(scene: ChainScene, { text, side, role }: RowFilter, today: Day): ChainNode[] {
  const wanted = text.trim().toLowerCase();
  const order = { person: 0, vacant: 1, channel: 2, ours: 3 } as const;
  return scene.map.nodes
    .filter((node) => wanted === '' || wordsOf(scene, node).includes(wanted))
    .filter((node) => side === 'all' || (side === 'stale' ? isStale(scene, node, today) : sideOf(node) === side))
    .filter((node) => role === undefined || ('roles' in node && node.roles?.includes(role)))
    .toSorted((a, b) => order[a.kind] - order[b.kind] || heft(b) - heft(a) || (a.name < b.name ? -1 : 1));
}

function heft(node: ChainNode): number {
  return 'level' in node || 'weight' in node ? weightOf(node) : 0;
}

function wordsOf(scene: ChainScene, node: ChainNode): string {
  const faction = node.kind === 'person' && node.faction && node.faction !== 'none' && calledIn(scene, node.faction);
  return [node.name, node.kind === 'person' && node.title, faction].filter(Boolean).join(' ').toLowerCase();
}

function sideOf(node: ChainNode): Side | undefined {
  if (node.kind !== 'person' && node.kind !== 'channel') return undefined;
  if (typeof node.stance !== 'number') return 'unknown';
  return node.stance > 0 ? 'for' : node.stance < 0 ? 'against' : 'neutral';
}
