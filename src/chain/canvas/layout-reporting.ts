import type { Id } from '#shared/id.ts';
import type { Text } from '#shared/messages.ts';
import type { ChainMap, ChainNode } from '#chain/chain-map.ts';
import { nodeKinds } from '#chain/chain-scales.ts';
import { bossesOf, teamsOf } from '#chain/canvas/reporting-tree.ts';
import { type Area, type Layout, CARD, GAP, boundsOf, boxOf, headed, sidesOf } from '#chain/canvas/spots.ts';

/** Cards that belong together, from 0/0; `root` is the middle of the topmost one. */
type Block = { width: number; height: number; root: number; spots: readonly (readonly [Id, number, number])[] };

/** How wide to high a screen is: what fits it best is shown largest. */
const SCREEN = 1.8;
const INDENT = 36;
const LANE = { margin: 22, title: 52 };

/** The reporting lines as trees; our side and the channels in lanes below them or at their right. */
export function reportingLayout(map: ChainMap): Layout {
  const { customer, channels, ours } = sidesOf(map);
  const lanes = [
    { nodes: ours, words: nodeKinds.ours },
    { nodes: channels, words: nodeKinds.channel },
  ].flatMap(({ nodes, words }) =>
    nodes.length > 0 ? [{ words, trees: shapes.map((shape) => treesOf(nodes, map, shape)) }] : [],
  );
  const trees = shapes.map((shape) => shelved(treesOf(customer, map, shape)));
  const { spots, areas } = largestShown(
    trees.flatMap((main) =>
      main.height > 0
        ? [withLanes(main, lanes, 'below'), withLanes(main, lanes, 'beside')]
        : [withLanes(main, lanes, 'below')],
    ),
  );
  return { spots: new Map(spots.map(([id, x, y]) => [id, { x, y }])), areas };
}

type Shelved = Pick<Block, 'width' | 'height' | 'spots'>;
/** Whose cards they are, drawn in each of the shapes. */
type Lane = { words: Text; trees: readonly Block[][] };

function withLanes(main: Shelved, lanes: readonly Lane[], where: 'below' | 'beside') {
  const spots = [...main.spots];
  const areas: Area[] = [];
  let [width, height] = [main.width, main.height];
  let x = where === 'beside' ? width + 2 * GAP.x : 0;
  let y = where === 'beside' || height === 0 ? 0 : height + 2 * GAP.below;
  const least = where === 'beside' ? 0 : Math.max(width * 0.45, 3 * CARD.width);
  for (const { trees, words } of lanes) {
    const block = largestShown(trees.map((blocks) => shelved(blocks, least)));
    for (const [id, dx, dy] of block.spots) spots.push([id, x + LANE.margin + dx, y + LANE.title + dy]);
    const lane = { width: block.width + 2 * LANE.margin, height: block.height + LANE.title + LANE.margin };
    areas.push({ shape: 'lane', words: headed(words), x, y, ...lane });
    width = Math.max(width, x + lane.width);
    height = Math.max(height, y + lane.height);
    if (where === 'beside') y += lane.height + GAP.y;
    else x += lane.width + GAP.x;
  }
  return { spots, areas, width, height };
}

/** Teams may be drawn wide or high: tried are all from very high to very wide. */
const shapes = [0.25, 0.4, 0.6, 0.9, 1.3, 1.8, 2.6];

/** What fits a screen with the least shrinking; of equals the first. */
function largestShown<T extends Shelved>(tried: readonly T[]): T {
  return tried.reduce((best, one) => (size(one, SCREEN) < size(best, SCREEN) ? one : best));
}

/** One block for each who reports to nobody here, in the order given. */
function treesOf(nodes: readonly ChainNode[], map: ChainMap, shape: number): Block[] {
  const order = new Map(nodes.map(({ id }, i) => [id, i]));
  const bosses = bossesOf({ nodes: [...nodes], edges: map.edges.toSorted((a, b) => (a.id < b.id ? -1 : 1)) });
  const teams = teamsOf(bosses);
  const blockOf = (id: Id): Block => {
    const team = (teams.get(id) ?? []).sort((a, b) => order.get(a)! - order.get(b)!);
    const leaves = team.filter((one) => !teams.has(one));
    const branches = team.filter((one) => teams.has(one)).map(blockOf);
    const leafBlocks = leaves.map((one) => ({ ...CARD, root: CARD.width / 2, spots: [[one, 0, 0] as const] }));
    if (leafBlocks.length + branches.length === 0) return { ...CARD, root: CARD.width / 2, spots: [[id, 0, 0]] };
    const stacks = leafBlocks.length < 2 ? [leafBlocks] : columnsOf(leafBlocks, shape);
    const groups = [...stacks.flatMap((one) => (one.length > 0 ? [one] : [])), ...branches.map((one) => [one])];
    const beside = under(id, groups);
    const below = under(id, [[...leafBlocks, ...branches]]);
    return size(below, shape) < size(beside, shape) ? below : beside;
  };
  return nodes.filter(({ id }) => !bosses.has(id)).map(({ id }) => blockOf(id));
}

/** How far it has to be shrunk to fit a frame of that shape. */
function size({ width, height }: Pick<Block, 'width' | 'height'>, shape: number): number {
  return Math.max(width / shape, height);
}

/** Leaves in columns: as many as give the smallest picture. */
function columnsOf(leaves: readonly Block[], shape: number): Block[][] {
  const heights = leaves.map((_, i) => i + 1).slice(0, 8);
  const picture = (high: number) => {
    const width = Math.ceil(leaves.length / high) * (CARD.width + GAP.x + INDENT);
    return size({ width, height: high * (CARD.height + GAP.y) + CARD.height }, shape);
  };
  const high = heights.reduce((best, one) => (picture(one) < picture(best) ? one : best), heights[0]!);
  return Array.from({ length: Math.ceil(leaves.length / high) }, (_, i) => leaves.slice(i * high, (i + 1) * high));
}

/** A boss above columns of blocks. Alone in its column a block hangs from its middle, else all hang from a line at their left. */
function under(id: Id, columns: readonly (readonly Block[])[]): Block {
  const spots: [Id, number, number][] = [];
  const roots: number[] = [];
  let x = 0;
  let height = 0;
  const top = CARD.height + GAP.below;
  for (const blocks of columns) {
    const stacked = blocks.length > 1;
    const left = x + (stacked ? INDENT : 0);
    let y = top;
    let width = 0;
    for (const block of blocks) {
      const root = stacked ? CARD.width / 2 : block.root;
      block.spots.forEach(([one, dx, dy], i) => spots.push([one, left + (stacked && i === 0 ? 0 : dx), y + dy]));
      if (block === blocks[0]) roots.push(left + root);
      width = Math.max(width, block.width);
      y += block.height + GAP.y;
    }
    height = Math.max(height, y - GAP.y);
    x = left + width + GAP.x;
  }
  const only = columns.length === 1 && columns[0]!.length > 1;
  const middle = only ? CARD.width / 2 : (roots[0]! + roots.at(-1)!) / 2;
  const width = Math.max(x - GAP.x, middle + CARD.width / 2);
  return { width, height, root: middle, spots: [[id, middle - CARD.width / 2, 0], ...spots] };
}

/**
 * Blocks in rows, the highest first, so wide that the whole fits a screen. Lower ones fill the height of their row: below a
 * high one somebody would look like one of its team.
 */
function shelved(blocks: readonly Block[], least = 0): Shelved {
  const area = blocks.reduce((sum, one) => sum + (one.width + GAP.x) * (one.height + GAP.below), 0);
  const wide = Math.max(Math.sqrt(area * SCREEN), least, ...blocks.map(({ width }) => width));
  const spots: [Id, number, number][] = [];
  let [x, y, row] = [0, 0, 0];
  // The column that is being filled: how wide, and how high so far.
  let column = { x: 0, width: 0, height: Infinity };
  for (const block of blocks.toSorted((a, b) => b.height - a.height)) {
    const fits = block.width <= column.width && column.height + GAP.below + block.height <= row;
    if (!fits && x > 0 && x + block.width > wide) {
      y += row + GAP.below;
      [x, row] = [0, 0];
    }
    if (!fits) column = { x, width: block.width, height: -GAP.below };
    const top = column.height + GAP.below;
    for (const [id, dx, dy] of block.spots) spots.push([id, column.x + dx, y + top + dy]);
    column.height = top + block.height;
    row = Math.max(row, column.height);
    if (!fits) x += block.width + GAP.x;
  }
  const bounds = boundsOf(spots.map(([, dx, dy]) => boxOf({ x: dx, y: dy })));
  return { width: bounds?.width ?? 0, height: bounds?.height ?? 0, spots };
}
