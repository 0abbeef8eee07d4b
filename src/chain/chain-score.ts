import type { BuyingRole } from '#method/scales.ts';
import type { Text } from '#shared/messages.ts';
import { type ChainMap, type PersonNode, finalSayOf, personsOf, weightOf } from '#chain/chain-map.ts';
import { carries, missingRoles, peopledFactions, roleIds } from '#chain/chain-gaps.ts';
import { threadsOf, unansweredOpponents, uncoveredFactions } from '#chain/chain-gaps.ts';
import { namesIn } from '#chain/item-words.ts';
import { reachOf } from '#chain/path-finder.ts';

/**
 * The parts of the chain score 决策链得分 and what each weighs in the total; a part that does not apply (no factions
 * noted) leaves its weight to the others. Weights are ours, a company may set others. Source: Domain §4.
 */
export const scoreWeights = {
  /** the seven buying roles: half for a name, whole for one we have met; decider and final say count double */
  roles: 0.2,
  /** how surely we get to whoever has the final say: met by degree, else by the surest way through others */
  access: 0.25,
  /** stance −2…+2 as 0…1, weighted by influence; unknown counts as half way between neutral and not supporting */
  support: 0.25,
  /** supporters with frequent contact: one is a single thread, three are a rope */
  threads: 0.1,
  /** factions in which somebody whom we have met supports us */
  factions: 0.05,
  /** weight of opponents whom nobody answers, an enemy's whole, an unsupportive one's half */
  opponents: 0.15,
} as const;
export type ScorePart = keyof typeof scoreWeights;

export const scorePartNames: { readonly [P in ScorePart]: Text } = {
  roles: { zh: '角色覆盖', en: 'roles covered' },
  access: { zh: '触达拍板者', en: 'access to the final say' },
  support: { zh: '加权立场', en: 'weighted stance' },
  threads: { zh: '多线联系', en: 'more than one thread' },
  factions: { zh: '派系覆盖', en: 'factions covered' },
  opponents: { zh: '反对者应对', en: 'opponents answered' },
};

export type PartScore = {
  readonly part: ScorePart;
  /** 0–1; null: does not apply */
  readonly value: number | null;
  readonly weight: number;
  readonly reason: Text;
  /** whom the reason is about */
  readonly people: readonly string[];
};
/** `total` 0–1: the weighted mean of the parts that apply. */
export type ChainScore = { readonly total: number; readonly parts: readonly PartScore[] };

/**
 * The chain score with its parts. It never falls because somebody's stance rises, nor depends on names or order.
 * @param answered people against us for whom an answer is under way: an open task, a planned talk
 */
export function chainScore(map: ChainMap, answered: ReadonlySet<string> = new Set()): ChainScore {
  const people = personsOf(map);
  const parts = [
    rolesPart(people),
    accessPart(map),
    supportPart(people),
    threadsPart(people),
    factionsPart(map, people),
    opponentsPart(map, people, answered),
  ];
  const counted = parts.filter(({ value }) => value !== null);
  const weight = counted.reduce((sum, part) => sum + part.weight, 0);
  // Divided last, and held: a sum of weights in floating point may pass one by a hair.
  const total = Math.min(1, counted.reduce((sum, part) => sum + part.weight * part.value!, 0) / weight);
  return { total, parts };
}

function part(
  id: ScorePart,
  value: number | null,
  people: readonly { id: string }[],
  zh: string,
  en: string,
): PartScore {
  return { part: id, value, weight: scoreWeights[id], reason: { zh, en }, people: people.map((one) => one.id) };
}

function doubled(role: BuyingRole): number {
  return role === 'decider' || role === 'finalSay' ? 2 : 1;
}

function rolesPart(people: readonly PersonNode[]): PartScore {
  let [sum, all] = [0, 0];
  let met = 0;
  for (const role of roleIds) {
    const players = people.filter(({ roles }) => roles?.includes(role));
    const known = players.some(({ contact }) => (contact ?? 0) >= 1);
    all += doubled(role);
    sum += players.length === 0 ? 0 : doubled(role) * (known ? 1 : 0.5);
    if (known) met++;
  }
  const named = roleIds.length - missingRoles(people).length;
  const players = people.filter(({ roles }) => roles?.length);
  const [zh, en] = [`七种采购角色判明 ${named} 种，接触过 ${met} 种`, `${named} of the seven roles named, ${met} met`];
  return part('roles', sum / all, players, zh, en);
}

function accessPart(map: ChainMap): PartScore {
  const last = finalSayOf(map);
  if (last.length === 0) return part('access', 0, [], '谁拍板还不清楚', 'who has the final say is not known');
  const reach = last.map(({ id, contact }) => Math.max((contact ?? 0) / 3, reachOf(map, id)));
  const value = reach.reduce((sum, one) => sum + one, 0) / last.length;
  const { zh, en } = namesIn(last);
  const percent = Math.round(value * 100);
  return part('access', value, last, `触达${zh}的把握约 ${percent}%`, `${en}: about ${percent}% sure to be reached`);
}

function supportPart(people: readonly PersonNode[]): PartScore {
  const all = people.reduce((sum, person) => sum + weightOf(person), 0);
  if (all === 0) return part('support', 0, [], '图上还没有人', 'nobody is on the map');
  const value = people.reduce((sum, person) => sum + weightOf(person) * (((person.stance ?? -0.5) + 2) / 4), 0) / all;
  const weigh = (test: (stance: number) => boolean) => {
    const some = people.filter(({ stance }) => typeof stance === 'number' && test(stance));
    return Math.round((some.reduce((sum, person) => sum + weightOf(person), 0) / all) * 100);
  };
  const [plus, minus] = [weigh((stance) => stance >= 1), weigh((stance) => stance <= -1)];
  const [zh, en] = [`按影响力计：支持 ${plus}%，反对 ${minus}%`, `by influence: ${plus}% for us, ${minus}% against`];
  return part('support', value, people, zh, en);
}

function threadsPart(people: readonly PersonNode[]): PartScore {
  const threads = threadsOf(people);
  const n = threads.length;
  const [zh, en] = [`常来往的支持者有 ${n} 位`, `supporters with frequent contact: ${n}`];
  return part('threads', Math.min(1, n / 3), threads, zh, en);
}

function factionsPart(map: ChainMap, people: readonly PersonNode[]): PartScore {
  const groups = peopledFactions(map).length;
  if (groups === 0) return part('factions', null, [], '没有注明派系', 'no factions noted');
  const open = uncoveredFactions(map);
  const held = groups - open.length;
  const ours = people.filter((person) => person.faction && person.faction !== 'none' && carries(person));
  const [zh, en] = [
    `${groups} 个派系中有 ${held} 个有我们的支持者`,
    `we have a supporter in ${held} of ${groups} factions`,
  ];
  return part('factions', held / groups, ours, zh, en);
}

function opponentsPart(map: ChainMap, people: readonly PersonNode[], answered: ReadonlySet<string>): PartScore {
  const open = unansweredOpponents(map, answered);
  const all = people.reduce((sum, person) => sum + weightOf(person), 0);
  if (all === 0) return part('opponents', 0, [], '图上还没有人', 'nobody is on the map');
  const lost = open.reduce((sum, person) => sum + weightOf(person) * (person.stance === -2 ? 1 : 0.5), 0);
  const { zh, en } = namesIn(open);
  if (open.length === 0) return part('opponents', 1, [], '没有无人应对的反对者', 'no opponent goes unanswered');
  return part('opponents', 1 - lost / all, open, `无人应对：${zh}`, `nobody answers ${en}`);
}
