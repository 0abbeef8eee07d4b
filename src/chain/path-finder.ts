import type { Text } from '#shared/messages.ts';
import type { ChainMap } from '#chain/chain-map.ts';
import { type Tie, type TieKind, US, askWords, tiesOf } from '#chain/path-ties.ts';

export type Hop = {
  readonly from: string;
  readonly to: string;
  readonly via: TieKind;
  /** 0–1 that this hop carries */
  readonly chance: number;
  readonly ask: Text;
};
/** A way to a person; `chance` 0–1 is the product of its hops'. */
export type Path = { readonly hops: readonly Hop[]; readonly chance: number };

/**
 * The surest ways from us to somebody, the surest first: at most `many`, none through the same person twice. A hop is as
 * sure as the tie times the willingness of whoever is asked (path-ties.ts). Empty: no way leads there yet. By Yen's
 * algorithm, exact. Source: Domain §4.
 */
export function pathsTo(map: ChainMap, target: string, many = 3): Path[] {
  const leaving = Map.groupBy(tiesOf(map), ({ from }) => from);
  const called = new Map(map.nodes.map(({ id, name }) => [id, name]));
  const first = surest(leaving, US, target, new Set(), new Set());
  const found: Trail[] = first ? [first] : [];
  const others: Trail[] = [];
  while (found.length > 0 && found.length < many) {
    const last = found.at(-1)!;
    for (const [i, { from }] of last.entries()) {
      // Along the same beginning, and then some way that was not gone yet.
      const root = last.slice(0, i);
      const gone = new Set(
        found.filter((trail) => root.every((tie, at) => trail[at] === tie)).map((trail) => trail[i]!),
      );
      const rest = surest(leaving, from, target, new Set(root.map((tie) => tie.from)), gone);
      if (rest) others.push([...root, ...rest]);
    }
    others.sort((a, b) => chanceOf(b) - chanceOf(a));
    const next = others.shift();
    if (!next) break;
    found.push(next);
    for (let i = others.length - 1; i >= 0; i--) if (sameTrail(others[i]!, next)) others.splice(i, 1);
  }
  return found.map((trail) => asPath(trail, (id) => called.get(id) ?? id));
}

/** 0–1, how surely we get to somebody: the best way's chance. */
export function reachOf(map: ChainMap, target: string): number {
  return pathsTo(map, target, 1)[0]?.chance ?? 0;
}

type Trail = readonly Tie[];

function chanceOf(trail: Trail): number {
  return trail.reduce((product, { chance }) => product * chance, 1);
}

function sameTrail(a: Trail, b: Trail): boolean {
  return a.length === b.length && a.every((tie, i) => tie === b[i]);
}

function asPath(trail: Trail, name: (id: string) => string): Path {
  const hops = trail
    // That a colleague is one of us is no hop.
    .filter(({ from, chance }) => from !== US || chance < 1)
    .map(({ from, to, via, chance }) => ({ from, to, via, chance, ask: askWords(via, name(from), name(to)) }));
  return { hops, chance: chanceOf(trail) };
}

/** The way of the greatest chance (Dijkstra on products), through none of `barred` and along none of `gone`. */
function surest(
  leaving: ReadonlyMap<string, readonly Tie[]>,
  from: string,
  target: string,
  barred: ReadonlySet<string>,
  gone: ReadonlySet<Tie>,
): Trail | undefined {
  const chances = new Map([[from, 1]]);
  const came = new Map<string, Tie>();
  const open = new Set([from]);
  const closed = new Set(barred);
  while (open.size > 0) {
    let at = '';
    let best = -1;
    for (const id of open) if (chances.get(id)! > best) [at, best] = [id, chances.get(id)!];
    if (at === target) break;
    open.delete(at);
    closed.add(at);
    for (const tie of leaving.get(at) ?? []) {
      const chance = best * tie.chance;
      if (closed.has(tie.to) || gone.has(tie) || chance <= (chances.get(tie.to) ?? 0)) continue;
      chances.set(tie.to, chance);
      came.set(tie.to, tie);
      open.add(tie.to);
    }
  }
  if (!chances.has(target)) return undefined;
  const trail: Tie[] = [];
  for (let at = target; at !== from; at = trail[0]!.from) trail.unshift(came.get(at)!);
  return trail;
}
