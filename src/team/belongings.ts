import { z } from 'zod';

/** What is a person's, so that somebody must have it when she leaves. Every table with an owner is one of these. */
export const belongingKinds = [
  'accounts',
  'contacts',
  'deals',
  'tasks',
  'partners',
  'registrations',
  'memberships',
] as const;
export type BelongingKind = (typeof belongingKinds)[number];

/** Records of these carry their owner's team beside the owner: data scope looks at it. */
export const teamedTables = ['accounts', 'contacts', 'deals', 'partners', 'registrations'] as const;

const count = z.int().min(0);
export const Belongings = z.object({
  accounts: count,
  contacts: count,
  deals: count,
  tasks: count.meta({ description: 'Open ones; what is done stays hers' }),
  partners: count,
  registrations: count.meta({ description: 'Of projects, by partners; those that are over, too' }),
  memberships: count.meta({ description: 'Of accounts and deals that others own' }),
});
export type Belongings = z.infer<typeof Belongings>;

export function countBelongings(of: Belongings): number {
  return belongingKinds.reduce((sum, kind) => sum + of[kind], 0);
}
