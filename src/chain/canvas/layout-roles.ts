import { buyingRoles } from '#method/scales.ts';
import type { Id } from '#shared/id.ts';
import type { Text } from '#shared/messages.ts';
import type { ChainMap, ChainNode } from '#chain/chain-map.ts';
import { nodeKinds } from '#chain/chain-scales.ts';
import { type Area, type Layout, type Spot, CARD, GAP, headed, sidesOf } from '#chain/canvas/spots.ts';

/** Below its name a lane leaves room for lines that pass above the first cards. */
const TITLE = 60;
const MARGIN = 16;
/** The last word first. */
export const roleOrder = Object.keys(buyingRoles).toReversed() as (keyof typeof buyingRoles)[];
const noRole: Text = { zh: '角色不清楚', en: 'Role not known' };

export type RoleGroup = { readonly words: Text; readonly nodes: readonly ChainNode[] };

/** Each where their weightiest role is; roles that nobody plays stay as gaps to fill. */
export function roleGroups(map: ChainMap): RoleGroup[] {
  const { customer, channels, ours } = sidesOf(map);
  const roleOf = (node: ChainNode) => roleOrder.find((role) => 'roles' in node && node.roles?.includes(role));
  const groups = [
    ...roleOrder.map((role) => ({ words: buyingRoles[role], nodes: customer.filter((node) => roleOf(node) === role) })),
    { words: noRole, nodes: customer.filter((node) => roleOf(node) === undefined), optional: true },
    { words: nodeKinds.channel, nodes: channels, optional: true },
    { words: nodeKinds.ours, nodes: ours, optional: true },
  ];
  return groups.filter((group) => !('optional' in group) || group.nodes.length > 0);
}

/** Lanes by buying role, side by side, so high that all together have the shape of a screen. */
export function rolesLayout(map: ChainMap): Layout {
  const groups = roleGroups(map);
  const most = Math.max(1, ...groups.map(({ nodes }) => nodes.length));
  const wide = (rows: number) => groups.reduce((sum, { nodes }) => sum + widthOf(nodes.length, rows), 0);
  const heights = Array.from({ length: Math.min(most, 16) }, (_, i) => i + 1);
  const picture = (rows: number) => Math.max(wide(rows) / 1.8, heightOf(rows));
  const rows = heights.reduce((best, one) => (picture(one) < picture(best) ? one : best), 1);
  const spots = new Map<Id, Spot>();
  const areas: Area[] = [];
  let x = 0;
  for (const { words, nodes } of groups) {
    nodes.forEach(({ id }, i) => {
      const [column, row] = [Math.floor(i / rows), i % rows];
      spots.set(id, {
        x: x + MARGIN + column * (CARD.width + MARGIN),
        y: TITLE + row * (CARD.height + GAP.y),
      });
    });
    const width = widthOf(nodes.length, rows) - GAP.x / 2;
    areas.push({
      shape: 'lane',
      words: headed(words),
      empty: nodes.length === 0,
      x,
      y: 0,
      width,
      height: heightOf(rows),
    });
    x += width + GAP.x / 2;
  }
  return { spots, areas, loose: true };
}

function widthOf(count: number, rows: number): number {
  const columns = Math.max(1, Math.ceil(count / rows));
  return columns * (CARD.width + MARGIN) + MARGIN + GAP.x / 2;
}

function heightOf(rows: number): number {
  return TITLE + rows * (CARD.height + GAP.y) - GAP.y + MARGIN;
}
