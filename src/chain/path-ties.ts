import type { ChainEdge, ChainMap, ChainNode } from '#chain/chain-map.ts';
import type { Text } from '#shared/messages.ts';

/**
 * How likely a contact of ours is to take our call, by degree of contact 0–3. Ours, to be set by experience; only the
 * order is claimed: closer is surer.
 */
export const reachByContact = [0, 0.5, 0.75, 0.95] as const;

/** How likely somebody speaks for us to the next one, by stance; unknown counts as a little less than neutral. */
const willingByStance = { [-2]: 0.02, [-1]: 0.1, 0: 0.4, 1: 0.75, 2: 0.95 } as const;
const UNKNOWN_WILLING = 0.3;

/** Willingness 0–1 to open the next door for us: by stance, and by a third less where no trust has been shown. */
export function willingness(node: ChainNode): number {
  if (node.kind === 'vacant') return 0;
  if (node.kind === 'ours') return 1;
  const base = node.stance === null || node.stance === undefined ? UNKNOWN_WILLING : willingByStance[node.stance];
  return base * (node.kind === 'person' ? trusting(node.trust) : 1);
}

/** 0.67 without any trust … 1 with all; a ground that nobody has judged counts as half. */
function trusting(trust: { competence?: number; integrity?: number; care?: number } | null | undefined): number {
  const { competence = 1.5, integrity = 1.5, care = 1.5 } = trust ?? {};
  return 2 / 3 + (competence + integrity + care) / 27;
}

/** One way along a line of the map, with the chance 0–1 that it carries when whoever stands at `from` is willing. */
export type Tie = { readonly from: string; readonly to: string; readonly chance: number; readonly via: TieKind };
export type TieKind = 'contact' | 'knows' | 'introduced' | 'up' | 'down' | 'sways' | 'swayed' | 'ally';

/** Chance by kind: a superior can order a meeting, a subordinate can only ask for one; who sways is listened to. */
function tiesAlong(edge: ChainEdge): [from: string, to: string, chance: number, via: TieKind][] {
  const { from, to } = edge;
  switch (edge.kind) {
    case 'knows': {
      const chance = 0.45 + 0.15 * (edge.strength ?? 1);
      return [
        [from, to, chance, 'knows'],
        [to, from, chance, 'knows'],
      ];
    }
    case 'introducedBy':
      return [
        [to, from, 0.85, 'introduced'],
        [from, to, 0.85, 'introduced'],
      ];
    case 'reportsTo':
      return [
        [from, to, 0.55, 'up'],
        [to, from, 0.9, 'down'],
      ];
    case 'ally':
      return [
        [from, to, 0.85, 'ally'],
        [to, from, 0.85, 'ally'],
      ];
    case 'influences':
      // Who puts somebody off opens no door; the other way only acquaintance is left.
      return edge.sign === 1
        ? [
            [from, to, 0.4 + 0.15 * edge.strength, 'sways'],
            [to, from, 0.4, 'swayed'],
          ]
        : [];
    default:
      return [];
  }
}

/** The node that a path begins at: all of us, wherever no colleague is named. */
export const US = 'us';

/**
 * Every way from us to people and among them, the surest one where several lead the same way. From us: by degree of
 * contact with the person, and by what named colleagues know. Vacant roles carry nothing.
 */
export function tiesOf(map: ChainMap): Tie[] {
  const nodes = new Map(map.nodes.map((node) => [node.id, node]));
  const best = new Map<string, Tie>();
  const offer = (from: string, to: string, chance: number, via: TieKind) => {
    const key = `${from} ${to}`;
    if (chance > (best.get(key)?.chance ?? 0)) best.set(key, { from, to, chance, via });
  };
  for (const node of map.nodes) {
    if (node.kind === 'ours') offer(US, node.id, 1, 'contact');
    if (node.kind === 'person' || node.kind === 'channel')
      offer(US, node.id, reachByContact[node.contact ?? 0], 'contact');
  }
  for (const edge of map.edges) {
    for (const [from, to, chance, via] of tiesAlong(edge)) {
      const [first, last] = [nodes.get(from), nodes.get(to)];
      if (!first || !last || last.kind === 'ours' || last.kind === 'vacant' || first.kind === 'vacant') continue;
      // What a colleague knows is at least as much as we are in touch with the person.
      const known = first.kind === 'ours' && 'contact' in last ? reachByContact[last.contact ?? 0] : 0;
      offer(from, to, Math.max(chance, known) * willingness(first), via);
    }
  }
  return [...best.values()];
}

/** The ask for one hop. */
export function askWords(via: TieKind, from: string, to: string): Text {
  return asks[via](from, to);
}

const asks: { readonly [K in TieKind]: (from: string, to: string) => Text } = {
  contact: (_, to) => ({ zh: `直接约${to}`, en: `Ask ${to} for a meeting ourselves` }),
  knows: (from, to) => ({
    zh: `请${from}引荐${to}，并一同见第一面`,
    en: `Ask ${from} to introduce us to ${to} and to come along`,
  }),
  introduced: (from, to) => ({
    zh: `请${from}再牵一次线，约上${to}`,
    en: `Ask ${from} to make the link to ${to} once more`,
  }),
  up: (from, to) => ({
    zh: `请${from}向上级${to}汇报这个项目，并带我们一起去`,
    en: `Ask ${from} to report the project to ${to} and to take us along`,
  }),
  down: (from, to) => ({ zh: `请${from}指定${to}与我们对接`, en: `Ask ${from} to name ${to} as our counterpart` }),
  sways: (from, to) => ({
    zh: `请${from}在${to}面前替我们说话，并约一次当面汇报`,
    en: `Ask ${from} to speak for us to ${to} and to arrange a meeting`,
  }),
  swayed: (from, to) => ({
    zh: `请${from}说明怎样接近${to}，能否代约`,
    en: `Ask ${from} how to approach ${to}, and for an appointment`,
  }),
  ally: (from, to) => ({ zh: `请${from}约上${to}，三方一起谈`, en: `Ask ${from} to bring ${to} to the table` }),
};
