import type { BuyingRole } from '#method/scales.ts';
import type { Id } from '#shared/id.ts';
import type { ChainMap, ChainNode } from '#chain/chain-map.ts';
import type { EdgeKind, Stance } from '#chain/chain-scales.ts';

/** What to look for on a map. Empty sets ask nothing. */
export type MapFilter = {
  readonly stances: ReadonlySet<Stance | 'unknown'>;
  readonly roles: ReadonlySet<BuyingRole | 'none'>;
  /** Ids, or 'none'. */
  readonly factions: ReadonlySet<Id>;
  readonly keyOnly: boolean;
  /** These lines are not drawn. */
  readonly hiddenLines: ReadonlySet<EdgeKind>;
};

export const noFilter: MapFilter = {
  stances: new Set(),
  roles: new Set(),
  factions: new Set(),
  keyOnly: false,
  hiddenLines: new Set(),
};

/** How many questions a filter asks. */
export function asked({ stances, roles, factions, keyOnly, hiddenLines }: MapFilter): number {
  return [stances.size, roles.size, factions.size, keyOnly, hiddenLines.size].filter(Boolean).length;
}

/** Whether somebody is among those looked for. */
export function passes(node: ChainNode, { stances, roles, factions, keyOnly }: MapFilter): boolean {
  const stance = 'stance' in node ? (node.stance ?? 'unknown') : 'unknown';
  const ofRoles = 'roles' in node && node.roles ? node.roles : [];
  const faction = node.kind === 'person' && node.faction ? node.faction : 'none';
  return (
    (stances.size === 0 || stances.has(stance)) &&
    (roles.size === 0 || (ofRoles.length === 0 ? roles.has('none') : ofRoles.some((role) => roles.has(role)))) &&
    (factions.size === 0 || factions.has(faction)) &&
    (!keyOnly || (node.kind === 'person' && node.key === true))
  );
}

/** Those whose name or title holds the text, those whose name begins with it first. Empty text: nobody. */
export function found({ nodes }: ChainMap, text: string): ChainNode[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const rank = (node: ChainNode) => {
    const name = node.name.toLowerCase();
    if (name.startsWith(wanted)) return 0;
    return name.includes(wanted) ? 1 : 'title' in node && node.title?.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return nodes.filter((node) => rank(node) < 3).sort((a, b) => rank(a) - rank(b));
}

/** A set with one member more or less. */
export function toggled<T>(set: ReadonlySet<T>, member: T): Set<T> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}
