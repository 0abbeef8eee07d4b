import type { Day } from '#shared/day.ts';
import type { Deal, DealLine } from '#deals/deal.ts';
import type { Story } from '#sample/story.ts';

/** What has come into being so far, by the names that stories use. */
export type Known = {
  today: Day;
  users: ReadonlyMap<string, string>;
  /** The teams that people lead, by the leaders' names. */
  teams: ReadonlyMap<string, string>;
  accounts: Map<string, string>;
  contacts: Map<string, { id: string; title: string; version: number }>;
  products: Map<string, { id: string; price: number }>;
  tasks: Map<string, { id: string; version: number }>;
  deals: Map<string, Deal>;
  evidence: Map<string, string>;
  /** Deal and contact (or no contact) → the last evidence heard there. */
  heard: Map<string, string>;
  /** Who is a coach, but nothing was heard in the deal to show it by. */
  coaches: { story: Story; name: string }[];
  /** What people told us, by the step that says so. */
  tellings: Map<string, string>;
  /** Drafts of methods; `replaces` is the version they began from. */
  drafts: Map<string, { id: string; version: number; replaces: number }>;
  gifts: Map<string, string>;
  partners: Map<string, { id: string; version: number }>;
  registrations: Map<string, { id: string; version: number }>;
};

export function nothingKnown(
  today: Day,
  users: ReadonlyMap<string, string>,
  teams: ReadonlyMap<string, string>,
): Known {
  return {
    today,
    users,
    teams,
    accounts: new Map(),
    contacts: new Map(),
    products: new Map(),
    tasks: new Map(),
    deals: new Map(),
    evidence: new Map(),
    heard: new Map(),
    coaches: [],
    tellings: new Map(),
    drafts: new Map(),
    gifts: new Map(),
    partners: new Map(),
    registrations: new Map(),
  };
}

export function sure<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the sample speaks of ${String(key)} before it is there`);
  return value;
}

export function linesFrom({ products }: Known, lines: Story['lines']): DealLine[] {
  return lines.map(([code, quantity, wan]) => {
    const { id, price } = sure(products, code);
    return { productId: id, quantity, unitPrice: wan === undefined ? price : Math.round(wan * 1_000_000) };
  });
}
