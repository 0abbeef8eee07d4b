import type { Day } from '#shared/day.ts';
import type { ChainView } from '#chain/chain.contract.ts';
import { type Items, type Names, stands } from '#chain/chain-items.ts';
import { type ChainMap, type ChainNode, type PersonNode, personsOf, weightOf } from '#chain/chain-map.ts';
import type { Stance } from '#chain/chain-scales.ts';
import { type FieldOrigin, inheritedMap, originOf } from '#chain/inheritance.ts';

/** Whose map it is: one deal's, laid over its account's, or the account's own. */
export type ChainSubject = { readonly kind: 'deal' | 'account'; readonly id: string };

/** A chain as the screens read it; `own` is the layer that changes are written to, `under` what lies below it. */
export type ChainScene = {
  readonly data: ChainView;
  readonly own: Items;
  readonly under: Items;
  readonly names: Names;
  readonly map: ChainMap;
  readonly nodes: ReadonlyMap<string, ChainNode>;
  /** ids of lines and people that named what is no longer there */
  readonly loose: readonly string[];
  readonly confirmed: ReadonlyMap<string, Day>;
};

export function chainSceneOf(data: ChainView, kind: ChainSubject['kind']): ChainScene {
  const account: Items = new Map(data.account.map((item) => [item.id, item]));
  const deal: Items = new Map(data.deal.map((item) => [item.id, item]));
  const names: Names = new Map(data.names.map(({ id, ...called }) => [id, called]));
  const { map, loose } = inheritedMap(account, deal, names);
  return {
    data,
    own: kind === 'deal' ? deal : account,
    under: kind === 'deal' ? account : new Map(),
    names,
    map,
    loose,
    nodes: new Map(map.nodes.map((node) => [node.id, node])),
    confirmed: new Map(data.confirmations.map(({ personId, on }) => [personId, on])),
  };
}

/** Where an attribute comes from, for the mark beside it. */
export function originIn({ own, under }: ChainScene, id: string, field: string): FieldOrigin {
  return originOf(under, own, id, field);
}

/** What a faction, person or organisation on the map is called. */
export function calledIn({ map, names }: ChainScene, id: string): string {
  const found = map.nodes.find((node) => node.id === id) ?? map.factions.find((faction) => faction.id === id);
  return found?.name ?? names.get(id)?.name ?? '—';
}

/** Whom the account's map knows and who plays no part in this deal; each may be taken back. */
export function leftOutOf({ own, under, names }: ChainScene): { id: string; name: string }[] {
  return [...own.values()]
    .filter(({ id, item, fields }) => item === 'node' && fields['leftOut'] === true && under.has(id))
    .map(({ id }) => {
      const named = under.get(id)?.fields['name'];
      return { id, name: names.get(id)?.name ?? (typeof named === 'string' ? named : '—') };
    });
}

/** Whether an item is this layer's own, and not only spoken of over the account's. */
export function isOwn({ own }: ChainScene, id: string): boolean {
  const item = own.get(id);
  return item !== undefined && stands(item);
}

/** Who holds each stance, with their weight in the decision: from against us to for us, unknown last. */
export type StanceShare = {
  readonly stance: Stance | null;
  readonly weight: number;
  readonly people: readonly PersonNode[];
};

export function stanceShares(map: ChainMap): StanceShare[] {
  return ([-2, -1, 0, 1, 2, null] as const).map((stance) => {
    const people = personsOf(map).filter((person) => (person.stance ?? null) === stance);
    return { stance, people, weight: people.reduce((sum, person) => sum + weightOf(person), 0) };
  });
}

/** Opponents whom an open task names: an answer is under way. */
export function answeredBy(titles: readonly string[], map: ChainMap): Set<string> {
  const against = personsOf(map).filter(({ stance }) => (stance ?? 0) <= -1);
  return new Set(against.filter(({ name }) => titles.some((title) => title.includes(name))).map(({ id }) => id));
}
