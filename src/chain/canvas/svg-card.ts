import type { ChainNode } from '#chain/chain-map.ts';
import type { Stance } from '#chain/chain-scales.ts';
import { type Speech, cardWords, cutTo, emOf } from '#chain/canvas/card-words.ts';
import { contactBorders } from '#chain/canvas/line-style.ts';
import { type Spot, CARD } from '#chain/canvas/spots.ts';

/** Colours of a picture, by the names of the product's palette. */
export type Colours = { readonly [name: string]: string };

/** Against points down, for points up, one stroke for each step; neutral is a ring. In a box of 16 × 16. */
export const stanceShapes: { readonly [S in Stance]: string } = {
  [-2]: 'M3 3.5 8 8l5-4.5M3 8.5 8 13l5-4.5',
  [-1]: 'M3 5.5 8 10.5l5-5',
  0: 'M3.5 8a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0',
  1: 'M3 10.5 8 5.5l5 5',
  2: 'M3 12.5 8 8l5 4.5M3 7.5 8 3l5 4.5',
};
export const stanceColours: { readonly [S in Stance]: string } = {
  [-2]: 'stance-m2',
  [-1]: 'stance-m1',
  0: 'stance-0',
  1: 'stance-p1',
  2: 'stance-p2',
};

/** How round a card is tells what stands on it: a person, an organisation outside, one of us. */
export const cardRounds = { person: 10, vacant: 10, channel: 2, ours: 30 } as const;

export function cardSvg(node: ChainNode, { x, y }: Spot, speech: Speech, colours: Colours): string {
  const words = cardWords(node, speech);
  const colour = (name: string) => colours[name] ?? '#000000';
  const stance = words.stance;
  const tone = typeof stance === 'number' ? colour(stanceColours[stance]) : colour('line-strong');
  const known = typeof words.contact === 'number' ? contactBorders[words.contact] : { width: 1.2, dash: undefined };
  const border = node.kind === 'vacant' ? { width: 1.5, dash: '6 4' } : known;
  const inset = node.kind === 'ours' ? 24 : 16;
  // Where both find no room, the word gives way to the name: the arrows say the same.
  const room = CARD.width - inset - 12 - (stance === undefined ? 0 : 26) - (words.key ? 34 : 0);
  const name = cutTo(words.name, room / 15);
  const left = (room - emOf(name) * 15) / 12;
  const stanceWord = left < 2 ? '' : cutTo(words.stanceWord, left);
  const frame = [
    `<rect width="${CARD.width}" height="${CARD.height}" rx="${cardRounds[node.kind]}"`,
    ` fill="${colour(node.kind === 'vacant' ? 'sunken' : node.kind === 'ours' ? 'accent-soft' : 'surface')}"`,
    ` stroke="${node.kind === 'ours' ? colour('accent') : tone}" stroke-width="${border.width}"`,
    border.dash ? ` stroke-dasharray="${border.dash}"` : '',
    '/>',
  ].join('');
  return [
    `<g transform="translate(${x} ${y})">`,
    frame,
    typeof stance === 'number'
      ? `<path d="M1 12a11 11 0 0 1 6-10v${CARD.height - 4}a11 11 0 0 1-6-10z" fill="${tone}"/>`
      : '',
    text(inset, 27, 15, colour('text'), name, 600),
    words.key ? keyBadge(inset + emOf(name) * 15 + 6, speech.m.keyPerson, colour) : '',
    stance === undefined ? '' : stanceSvg(stance, stanceWord, tone, colour),
    text(inset, 48, 12, colour('text-soft'), cutTo(words.post, (CARD.width - inset - 10) / 12)),
    rolesSvg(words.roles, inset, colour),
    '</g>',
  ].join('');
}

function stanceSvg(stance: Stance | null, word: string, tone: string, colour: (name: string) => string): string {
  const end = CARD.width - 12;
  const wide = emOf(word) * 12;
  const label = text(end, 26, 12, colour('text-soft'), word, 400, 'end');
  if (stance === null) return `${text(end - wide - 6, 26, 13, colour('text-faint'), '?', 700, 'end')}${label}`;
  const icon = `<path transform="translate(${round(end - wide - 20)} 14)" d="${stanceShapes[stance]}" fill="none" stroke="${tone}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>`;
  return `${icon}${label}`;
}

function keyBadge(x: number, word: string, colour: (name: string) => string): string {
  const wide = emOf(word) * 10 + 10;
  return [
    `<rect x="${round(x)}" y="14" width="${round(wide)}" height="17" rx="4" fill="${colour('text')}"/>`,
    text(x + wide / 2, 26, 10, colour('surface'), word, 600, 'middle'),
  ].join('');
}

function rolesSvg(roles: readonly string[], inset: number, colour: (name: string) => string): string {
  let x = inset;
  const parts: string[] = [];
  for (const [i, role] of roles.entries()) {
    const last = i < roles.length - 1 ? 30 : 0;
    const wide = emOf(role) * 11 + 12;
    if (x + wide > CARD.width - 8 - last) {
      parts.push(text(x + 2, 73, 11, colour('text-soft'), `+${roles.length - i}`));
      break;
    }
    parts.push(
      `<rect x="${round(x)}" y="60" width="${round(wide)}" height="19" rx="5" fill="${colour('calm-soft')}"/>`,
      text(x + wide / 2, 73.5, 11, colour('text'), role, 400, 'middle'),
    );
    x += wide + 5;
  }
  return parts.join('');
}

export function text(
  x: number,
  y: number,
  size: number,
  fill: string,
  words: string,
  weight = 400,
  anchor = 'start',
): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}" font-weight="${weight}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

/** As text of XML; what XML cannot hold is left out. */
export function escaped(words: string): string {
  return words
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
