import { buyingRoles, personFunctions, personLevels } from '#method/scales.ts';
import type { Lang } from '#shared/messages.ts';
import type { ChainEdge, ChainNode } from '#chain/chain-map.ts';
import { type Stance, type Wording, contactWords, edgeKinds, nodeKinds, stanceWords } from '#chain/chain-scales.ts';
import type { CanvasWords } from '#chain/canvas/canvas.messages.ts';
import type { MarkKind } from '#chain/canvas/history-view.ts';

/** In what language and wording, and whether beliefs are shown at all. */
export type Speech = {
  readonly lang: Lang;
  readonly wording: Wording;
  readonly beliefs: boolean;
  readonly m: CanvasWords;
};

/** What a card says; `stance` undefined: the card has none to tell, null: it is not known. */
export type CardWords = {
  readonly name: string;
  readonly post: string;
  readonly roles: readonly string[];
  readonly key: boolean;
  readonly stance: Stance | null | undefined;
  readonly stanceWord: string;
  readonly contact: 0 | 1 | 2 | 3 | null | undefined;
};

/** Roles written out on a card; of the others it says how many they are. */
export const SHOWN_ROLES = 3;

export function cardWords(node: ChainNode, { lang, wording, beliefs, m }: Speech): CardWords {
  const level = 'level' in node && node.level ? personLevels[node.level][lang] : '';
  const part = 'function' in node && node.function ? personFunctions[node.function][lang] : '';
  const title = node.kind === 'person' ? node.title : undefined;
  const kind = node.kind === 'person' ? '' : nodeKinds[node.kind][lang];
  const own = beliefs && (node.kind === 'person' || node.kind === 'channel');
  const stance = own ? (node.stance ?? null) : undefined;
  return {
    name: node.name,
    post: [kind, title || part, level].filter(Boolean).slice(0, 2).join(' · '),
    roles: 'roles' in node && node.roles ? node.roles.map((role) => buyingRoles[role][lang]) : [],
    key: beliefs && node.kind === 'person' && node.key === true,
    stance,
    stanceWord: stance === undefined ? '' : stance === null ? m.unknown : stanceWords(stance, wording)[lang],
    contact: own ? (node.contact ?? null) : undefined,
  };
}

/**
 * A card as it is heard: first what is read on it, in the same order, so that who says what she reads hits the card
 * (WCAG 2.5.3); then what it shows by shape only.
 *
 * @param mark what became of it between two days
 */
export function spokenCard(node: ChainNode, speech: Speech, mark?: MarkKind): string {
  const { lang, m } = speech;
  const { name, post, roles, key, stanceWord, contact } = cardWords(node, speech);
  const more = roles.slice(SHOWN_ROLES);
  const shown = [...roles.slice(0, SHOWN_ROLES), more.length > 0 && `+${more.length}`];
  const read = [name, key && m.keyPerson, stanceWord, post, ...shown, mark && m.markWords[mark]];
  const met = contact === undefined ? '' : contact === null ? m.notMet : contactWords[contact][lang];
  return [...read, ...more, met].filter(Boolean).join(lang === 'zh' ? '，' : ', ');
}

/** A line as it is heard: 王总 影响（带动） 李总. */
export function spokenLine(edge: ChainEdge, called: (id: string) => string, { lang, m }: Speech): string {
  const influence = edge.kind === 'influences' ? (edge.sign === 1 ? m.influencePlus : m.influenceMinus) : '';
  return `${called(edge.from)} ${influence || edgeKinds[edge.kind][lang]} ${called(edge.to)}`;
}

/** How wide a text is set, in em: a Chinese character is one, a Latin letter about half. */
export function emOf(text: string): number {
  let sum = 0;
  for (const char of text) sum += char.codePointAt(0)! > 0x2e7f ? 1 : /[A-Z0-9mw]/.test(char) ? 0.64 : 0.52;
  return sum;
}

/** A text cut so that it is no wider. @param em */
export function cutTo(text: string, em: number): string {
  if (emOf(text) <= em) return text;
  let cut = '';
  for (const char of text) {
    if (emOf(cut + char) > em - 1) break;
    cut += char;
  }
  return `${cut}…`;
}
