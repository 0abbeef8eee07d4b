import type { ChainEdge, ChainMap } from '#chain/chain-map.ts';
import type { Speech } from '#chain/canvas/card-words.ts';
import { type FactionShape, FIELD, factionShapes, fieldBox } from '#chain/canvas/faction-shapes.ts';
import { pathOf } from '#chain/canvas/line-path.ts';
import { routesOf } from '#chain/canvas/line-routes.ts';
import { lookOf } from '#chain/canvas/line-style.ts';
import { shareable } from '#chain/canvas/shareable-map.ts';
import { type Area, type Box, type Layout, type Spot, boundsOf, boxOf } from '#chain/canvas/spots.ts';
import { type Colours, cardSvg, escaped, round, text } from '#chain/canvas/svg-card.ts';

export type Picture = { readonly svg: string; readonly width: number; readonly height: number };

const MARGIN = 36;
const HEAD = 60;

/**
 * A map as a picture of its own, from its layout. Without beliefs (`speech.beliefs`) it holds nothing but what may leave the
 * team; with them it says that it is internal. @param title of the deal or account @param note beside it: the day
 */
export function mapAsSvg(
  whole: ChainMap,
  layout: Layout,
  speech: Speech,
  colours: Colours,
  { title, note, font }: { readonly title: string; readonly note: string; readonly font: string },
): Picture {
  const { spots, areas } = layout;
  const map = speech.beliefs ? whole : shareable(whole);
  const here = new Map(map.nodes.flatMap(({ id }) => (spots.has(id) ? [[id, spots.get(id)!] as const] : [])));
  const cards = [...here.values()].map(boxOf);
  const ground = speech.beliefs ? areas : areas.filter((area) => holds(area, cards));
  const factions = speech.beliefs ? factionShapes(map, here) : [];
  const bounds = boundsOf([...cards, ...ground], MARGIN) ?? { x: 0, y: 0, width: 400, height: 120 };
  const [width, height] = [Math.max(bounds.width, 480), bounds.height + HEAD];
  const colour = (name: string) => colours[name] ?? '#000000';
  const head = [
    text(MARGIN, 36, 18, colour('text'), title, 600),
    text(width - MARGIN, 36, 12, colour('text-soft'), note, 400, 'end'),
    speech.beliefs ? text(width - MARGIN, 54, 12, colour('bad'), speech.m.exporting.internal, 600, 'end') : '',
  ].join('');
  const body = [
    ...ground.map((area) => areaSvg(area, speech, colour)),
    ...factions.map((shape) => factionSvg(shape, colour)),
    ...linesSvg(map.edges, { ...layout, spots: here }, speech, colour),
    ...map.nodes.flatMap((node) => (here.has(node.id) ? [cardSvg(node, here.get(node.id)!, speech, colours)] : [])),
    ...factions.flatMap(({ name, labels }) => labels.map(({ x, y }) => text(x, y, 13, colour('text'), name, 600))),
  ].join('\n');
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" font-family="${escaped(font)}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${colour('ground')}"/>`,
    head,
    `<g transform="translate(${round(-bounds.x)} ${round(HEAD - bounds.y)})">`,
    body,
    '</g></svg>',
  ].join('\n');
  return { svg, width: round(width), height: round(height) };
}

/** Whether anybody stands in a part of the ground; what is left of rings says where beliefs would be. */
function holds(area: Area, cards: readonly Box[]): boolean {
  return area.shape === 'lane' && cards.some(({ x, y }) => within(area, { x, y }));
}

function within({ x, y, width, height }: Box, spot: Spot): boolean {
  return spot.x >= x && spot.y >= y && spot.x <= x + width && spot.y <= y + height;
}

function areaSvg(
  { shape, words, x, y, width, height }: Area,
  { lang }: Speech,
  colour: (name: string) => string,
): string {
  if (shape === 'ring') {
    const [rx, ry] = [width / 2, height / 2];
    return [
      `<ellipse cx="${round(x + rx)}" cy="${round(y + ry)}" rx="${round(rx)}" ry="${round(ry)}" fill="${colour('sunken')}" fill-opacity="0.35" stroke="${colour('line-strong')}" stroke-dasharray="3 5"/>`,
      text(x + rx, y + 18, 12, colour('text-soft'), words[lang], 500, 'middle'),
    ].join('');
  }
  return [
    `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="14" fill="${colour('sunken')}" stroke="${colour('line')}"/>`,
    text(x + 16, y + 23, 13, colour('text-soft'), words[lang], 600),
  ].join('');
}

/** Drawn first a little larger in the colour of the border, then in that of the ground: so the parts make one shape. */
function factionSvg({ look, fields, bands }: FactionShape, colour: (name: string) => string): string {
  const tint = factionTints[look]!;
  const layer = (grow: number, fill: string) =>
    [
      ...bands.map(
        ([from, to]) =>
          `<path d="M${from.x} ${from.y}L${to.x} ${to.y}" stroke="${fill}" stroke-width="${FIELD.band + 2 * grow}" stroke-linecap="round"/>`,
      ),
      ...fields.map((spot) => {
        const { x, y, width, height } = fieldBox(spot, grow);
        return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${FIELD.round}" fill="${fill}"/>`;
      }),
    ].join('');
  return `<g opacity="0.9">${layer(1.5, tint)}${layer(0, mixed(tint, colour('ground')))}</g>`;
}

/** Tints of factions: told apart by their names; hues chosen so that neighbours differ in lightness too. */
export const factionTints = ['#7b6cc4', '#c7902c', '#2f8f9d', '#b5608f', '#6b8e3d', '#5b7fae'] as const;

/** '#7b6cc4' as three numbers. */
const parts = (hex: string) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));

/** A tint thinned out on a ground, as one opaque colour. */
export function mixed(tint: string, ground: string, share = 0.16): string {
  const [a, b] = [parts(tint), parts(ground)];
  return `#${a
    .map((part, i) =>
      Math.round(part * share + b[i]! * (1 - share))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function linesSvg(
  edges: readonly ChainEdge[],
  layout: Layout,
  { lang }: Speech,
  colour: (name: string) => string,
): string[] {
  const { spots } = layout;
  const routes = routesOf(edges, layout);
  return edges.flatMap((edge) => {
    const [from, to] = [spots.get(edge.from), spots.get(edge.to)];
    if (!from || !to) return [];
    const { d, mark, tip, angle } = pathOf(edge, from, to, routes.get(edge.id)!);
    const look = lookOf(edge, routes.get(edge.id));
    const tone = colour(look.colour);
    const stroke = (width: number, of: string) =>
      `<path d="${d}" fill="none" stroke="${of}" stroke-width="${width}" stroke-linejoin="round"${look.dash ? ` stroke-dasharray="${look.dash}"` : ''}/>`;
    return [
      stroke(look.width, tone),
      look.double ? stroke(look.width - 3, colour('ground')) : '',
      look.arrow
        ? `<path d="M0 0L-10 -5L-10 5Z" fill="${tone}" transform="translate(${round(tip.x)} ${round(tip.y)}) rotate(${angle})"/>`
        : '',
      look.mark
        ? `<circle cx="${mark.x}" cy="${mark.y}" r="9" fill="${colour('surface')}" stroke="${tone}" stroke-width="1.4"/>${text(mark.x, mark.y + 4, 11, tone, look.mark[lang], 600, 'middle')}`
        : '',
    ].join('');
  });
}
